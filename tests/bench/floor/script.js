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
addEventListener('submit', (event) => {
  event.preventDefault();
  const form = event.target;
  const option = new FormData(form).get('answer');
  if (!option) return;
  answers.push(`${form.dataset.question}.${option}`);
  const next = FLOW.routes[form.dataset.question][option]?.find(([, fact]) => !fact || holds(fact))[0];
  const end = FLOW.rules.find(([, rule]) => holds(rule));
  form.hidden = true;
  const shown = document.getElementById(next && next !== 'weighing' ? next : (end?.[0] ?? 'depends'));
  shown.hidden = false;
  shown.querySelector('h1').focus();
});
