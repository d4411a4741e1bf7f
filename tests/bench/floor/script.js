// The floor's few lines: shows the next question, or the recommendation, when an answer is given.
const answers = [];
const holds = (condition) =>
  condition.said
    ? condition.said.some((answer) => answers.includes(answer))
    : condition.all
      ? condition.all.every(holds)
      : condition.any
        ? condition.any.some(holds)
        : !holds(condition.not);
const turn = (form) => {
  const { question } = form.dataset;
  const option = new FormData(form).get('answer');
  if (!option || form.hidden) return;
  answers.push(`${question}.${option}`);
  const next = FLOW.routes[question][option]?.find(([, fact]) => !fact || holds(fact))[0];
  const end = FLOW.rules.find(([, rule]) => holds(rule));
  form.hidden = true;
  const shown = document.getElementById(next && next !== 'weighing' ? next : (end?.[0] ?? 'depends'));
  shown.hidden = false;
  shown.querySelector('h1').focus();
};
addEventListener('submit', (event) => {
  event.preventDefault();
  // What comes next may not have arrived yet.
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => turn(event.target), { once: true });
  else turn(event.target);
});
