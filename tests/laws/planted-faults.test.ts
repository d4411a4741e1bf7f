import { describe, expect, it } from 'vitest';
import {
  everyClaimIsKnown,
  everyDissentLeansTheOtherWay,
  everyPathEndsInAVerdict,
  everyRuleStandsOnItsGrounds,
  everythingIsReached,
  everyVerdictIsSupported,
  laws,
  machineAndTableAgree,
  noNameIsTaken,
  noQuestionComesTwice,
  noQuestionIsIdle,
  noWorseAnswerOpensADoor,
  ordersNameOptions,
  safetyEndsAtOnce,
} from '../../src/build/laws.ts';
import { all, said } from '../../src/domain/condition.ts';
import type { ClaimId } from '../../src/domain/questionnaire.ts';
import { flows } from '../../src/flows/index.ts';
import { smallFlow, smallLedger, soundParts } from './small-flow.ts';

const { answers, rules, on, weighing, verdicts, grounds } = soundParts;
const { conduct, weather } = on;

describe('a sound flow', () => {
  it.each(Object.entries(laws))('keeps the law that %s', (_sentence, law) => {
    expect(law(smallFlow(), smallLedger)).toEqual([]);
  });
});

describe('a planted fault is seen', () => {
  it('where no rule decides', () => {
    const flow = smallFlow({ weighing: weighing.slice(0, -1) });
    expect(everyPathEndsInAVerdict(flow, smallLedger)).toEqual([
      'small: after conduct.doubtful, weather.dry nothing leads on from “weighing”.',
    ]);
  });

  it('where a verdict is not among those of the flow', () => {
    const { look: _look, ...others } = verdicts;
    const flow = { ...smallFlow(), verdicts: others };
    expect(everyPathEndsInAVerdict(flow, smallLedger)).toEqual([
      'small: conduct.doubtful, weather.dry ends in “look”, which is none of its verdicts.',
    ]);
  });

  it('where no branch of an option can be taken', () => {
    const flow = smallFlow({
      facts: { trusted: said('conduct.doubtful') },
      on: { ...on, conduct: { ...conduct, 'conduct.good': [{ guard: 'trusted', target: 'weather' }] } },
    });
    expect(everyPathEndsInAVerdict(flow, smallLedger)[0]).toBe(
      'small: after conduct.good nothing leads on from “nothing after conduct.good”.',
    );
  });

  it('where a question, its options, a rule and a verdict are never reached', () => {
    const flow = smallFlow({
      answers: { ...answers, height: { low: [], high: [] } },
      on: { ...on, height: { 'height.low': 'weighing', 'height.high': 'weighing' } },
      rules: { ...rules, tooHigh: said('height.high') },
      weighing: [...weighing, ['tooHigh', 'climb']],
      verdicts: { ...verdicts, climb: { openness: 3, dissent: 'bob/keep-out' } },
    });
    expect(everythingIsReached(flow, smallLedger)).toEqual([
      'small: no path reaches the question “height”.',
      'small: no path reaches the option “height.low”.',
      'small: no path reaches the option “height.high”.',
      'small: no path reaches the rule “tooHigh”.',
      'small: no path reaches the verdict “climb”.',
    ]);
  });

  it('where an option is listed and not offered', () => {
    const flow = smallFlow({ answers: { ...answers, weather: { ...answers['weather'], foggy: [] } } });
    expect(everythingIsReached(flow, smallLedger)).toEqual(['small: no path reaches the option “weather.foggy”.']);
  });

  it('where a rule stands behind one that always holds first', () => {
    const flow = smallFlow({
      weighing: [
        ['inDanger', 'flee'],
        ['wetOutside', 'stay'],
        ['dryButDoubtful', 'look'],
        ['dryAndTrusted', 'go'],
      ],
    });
    expect(everythingIsReached(flow, smallLedger)).toEqual([
      'small: no path reaches the rule “dryAndTrusted”.',
      'small: no path reaches the verdict “go”.',
    ]);
  });

  it('where a fact is looked at by no route, and a branch is taken by no path', () => {
    const flow = smallFlow({
      facts: { unused: said('weather.wet'), soaked: said('weather.wet') },
      on: {
        ...on,
        conduct: { ...conduct, 'conduct.doubtful': [{ guard: 'soaked', target: 'weighing' }, { target: 'weather' }] },
      },
    });
    expect(everythingIsReached(flow, smallLedger)).toEqual([
      'small: no route looks at the fact “unused”.',
      'small: no path takes the branch of conduct.doubtful to weighing under soaked.',
    ]);
  });

  it('where a question is asked again', () => {
    const flow = smallFlow({
      on: { ...on, weather: { ...weather, 'weather.wet': 'conduct' } },
    });
    expect(noQuestionComesTwice(flow, smallLedger)).toEqual([
      'small: after conduct.good, weather.wet “conduct” is asked again.',
      'small: after conduct.doubtful, weather.wet “conduct” is asked again.',
    ]);
  });

  it('where the table leads elsewhere than the machine', () => {
    const flow = smallFlow();
    const questions = {
      ...flow.routes.questions,
      conduct: { ...flow.routes.questions['conduct'], doubtful: [{ to: 'weighing' }] },
    };
    const other = { ...flow, routes: { ...flow.routes, questions } };
    expect(machineAndTableAgree(other, smallLedger)).toContain('small: the machine lacks conduct.doubtful → weighing.');
    expect(machineAndTableAgree(other, smallLedger)).toContain(
      'small: the machine alone has conduct.doubtful, weather.dry → look by dryButDoubtful.',
    );
  });

  it('where the table has the rules in another order than the machine', () => {
    const flow = smallFlow();
    const other = { ...flow, routes: { ...flow.routes, weighing: flow.routes.weighing.toReversed() } };
    expect(machineAndTableAgree(other, smallLedger)).toContain(
      'small: the machine lacks conduct.good, weather.dry → look by dryButDoubtful.',
    );
  });

  it('where the answers listed are not those that the machine offers', () => {
    const { wet: _wet, ...less } = answers['weather'] ?? {};
    const flow = { ...smallFlow(), answers: { ...answers, weather: less } };
    expect(machineAndTableAgree(flow, smallLedger)).toContain(
      'small: the list of paths lacks conduct.good, weather.wet → stay by wetOutside.',
    );
  });

  it('where no answer to a question changes the verdict', () => {
    const flow = smallFlow({
      rules: { ...rules, dryAndTrusted: said('conduct.good') },
      weighing: [
        ['inDanger', 'flee'],
        ['dryAndTrusted', 'go'],
        ['wetOutside', 'stay'],
        ['dryButDoubtful', 'look'],
      ],
    });
    expect(noQuestionIsIdle(flow, smallLedger)).toEqual([
      'small: “weather” is idle after conduct.good: no answer to it changes the verdict (go).',
    ]);
  });

  it('where the verdict hangs on the later answers alone, though several verdicts are within reach', () => {
    const flow = smallFlow({
      answers: { conduct: { good: ['ann/welcome'], doubtful: ['bob/keep-out'] }, weather: answers['weather'] ?? {} },
      rules: { wetOutside: said('weather.wet'), dryButDoubtful: said('weather.dry') },
      on: { conduct: { 'conduct.good': 'weather', 'conduct.doubtful': 'weather' }, weather: weather ?? {} },
      weighing: [
        ['wetOutside', 'stay'],
        ['dryButDoubtful', 'look'],
      ],
    });
    expect(noQuestionIsIdle(flow, smallLedger)).toEqual([
      'small: “conduct” is idle after nothing answered: no answer to it changes the verdict (look, stay).',
    ]);
  });

  it('where a worse answer reaches a more open verdict', () => {
    const flow = smallFlow({
      rules: { ...rules, dryAndTrusted: all(said('conduct.doubtful'), said('weather.dry')) },
    });
    expect(noWorseAnswerOpensADoor(flow, smallLedger)).toEqual([
      'small: after nothing answered the worse conduct.doubtful can still reach openness 4, ' +
        'the better conduct.good only 2.',
    ]);
  });

  it('where an order names an option that is not offered, or one twice', () => {
    const flow = smallFlow({ betterToWorse: { weather: ['dry', 'foggy', 'wet', 'dry'] } });
    expect(ordersNameOptions(flow, smallLedger)).toEqual([
      'small: the order of “weather” names “foggy”, which it does not offer.',
      'small: the order of “weather” names an option twice.',
    ]);
  });

  it('where somebody in danger is asked more', () => {
    const flow = smallFlow({ on: { ...on, conduct: { ...conduct, 'conduct.harmful': 'weather' } } });
    expect(safetyEndsAtOnce(flow, smallLedger)).toEqual([
      'small: after conduct.harmful more is asked.',
      'small: after conduct.harmful more is asked.',
    ]);
  });

  it('where what to do in danger is up for debate, or leaves the door open', () => {
    const flow = smallFlow({ verdicts: { ...verdicts, flee: { openness: 1, dissent: 'ann/welcome' } } });
    expect(safetyEndsAtOnce(flow, smallLedger)).toEqual([
      'small: conduct.harmful ends in “flee”, which is up for debate.',
      'small: conduct.harmful leaves the door open: “flee”.',
    ]);
  });

  it('where a verdict is not up for debate though nobody is in danger', () => {
    const flow = smallFlow({ verdicts: { ...verdicts, look: { openness: 2, dissent: 'safety' } } });
    expect(safetyEndsAtOnce(flow, smallLedger)).toEqual([
      'small: conduct.doubtful, weather.dry ends in “look” though nobody is in danger.',
    ]);
  });

  it('where nothing that the answers raise supports the verdict', () => {
    const flow = smallFlow({ answers: { ...answers, weather: { dry: ['bob/keep-out'], wet: ['bob/keep-out'] } } });
    expect(everyVerdictIsSupported(flow, smallLedger)).toEqual([
      'small: no claim that conduct.doubtful, weather.dry raises supports “look”.',
    ]);
  });

  it('where a standing dissent leans the verdict’s own way, or is held by nobody', () => {
    const flow = smallFlow({
      verdicts: {
        ...verdicts,
        go: { openness: 4, dissent: 'ann/try-it' },
        look: { openness: 2, dissent: 'cyd/mumbles' },
        stay: { openness: 1, dissent: 'bob/wait-and-see' },
      },
    });
    expect(everyDissentLeansTheOtherWay(flow, smallLedger)).toEqual([
      'small: the dissent of “go”, ann/try-it, leans open, not the other way.',
      'small: the dissent of “look”, cyd/mumbles, leans nowhere, not the other way.',
      'small: the dissent of “stay”, bob/wait-and-see, leans pause, not the other way.',
    ]);
  });

  it('where a verdict grants what is no case against it', () => {
    const granting = (grants: readonly ClaimId[]) =>
      everyDissentLeansTheOtherWay(
        smallFlow({ verdicts: { ...verdicts, stay: { openness: 1, dissent: 'ann/welcome', grants } } }),
        smallLedger,
      );
    expect(granting(['ann/welcome'])).toEqual(['small: the dissent of “stay”, ann/welcome, is what it grants.']);
    expect(granting(['bob/keep-out'])).toEqual([
      'small: the verdict “stay” grants bob/keep-out, which does not lean the other way.',
    ]);
    expect(granting(['ann/try-it'])).toEqual([
      'small: the verdict “stay” grants ann/try-it, which no answer raises that ends there.',
    ]);
  });

  it('where a rule rests on the dissent of its own verdict', () => {
    const flow = smallFlow({ grounds: { ...grounds, dryButDoubtful: ['bob/keep-out'] } });
    expect(everyDissentLeansTheOtherWay(flow, smallLedger)).toEqual([
      'small: the rule “dryButDoubtful” rests on bob/keep-out, the dissent of its verdict.',
    ]);
  });

  it('where a rule rests on nothing', () => {
    const flow = smallFlow({ grounds: { ...grounds, wetOutside: [] } });
    expect(everyRuleStandsOnItsGrounds(flow, smallLedger)).toEqual([
      'small: the rule “wetOutside” rests on no claim.',
      'small: conduct.good, weather.wet raises nothing that “wetOutside” rests on.',
      'small: conduct.doubtful, weather.wet raises nothing that “wetOutside” rests on.',
    ]);
  });

  it('where a rule rests on a claim that does not support its verdict', () => {
    const flow = smallFlow({ grounds: { ...grounds, dryAndTrusted: ['ann/welcome', 'bob/wait-and-see'] } });
    expect(everyRuleStandsOnItsGrounds(flow, smallLedger)).toEqual([
      'small: “dryAndTrusted” rests on bob/wait-and-see, which does not support “go”.',
    ]);
  });

  it('where a rule rests on a claim that its answers do not raise', () => {
    const flow = smallFlow({ grounds: { ...grounds, dryButDoubtful: ['ann/welcome'] } });
    expect(everyRuleStandsOnItsGrounds(flow, smallLedger)).toEqual([
      'small: “dryButDoubtful” rests on ann/welcome, which no answer raises where the rule decides.',
      'small: conduct.doubtful, weather.dry raises nothing that “dryButDoubtful” rests on.',
    ]);
  });

  it('where a rule decides by what was not said', () => {
    const flow = smallFlow({ rules: { ...rules, dryButDoubtful: { not: said('weather.wet') } } });
    expect(everyRuleStandsOnItsGrounds(flow, smallLedger)).toEqual([
      'small: “dryButDoubtful” decides on conduct.doubtful, weather.dry by no answer that was given.',
    ]);
  });

  it('where a claim is in no ledger, or is raised twice by an option', () => {
    const flow = smallFlow({
      answers: {
        ...answers,
        weather: { dry: ['ann/try-it', 'bob/wait-and-see', 'cyd/mumbles'], wet: ['bob/keep-out', 'bob/keep-out'] },
      },
    });
    expect(everyClaimIsKnown(flow, smallLedger)).toEqual([
      'small: nobody holds the claim “cyd/mumbles”.',
      'small: weather.wet raises a claim twice.',
    ]);
  });

  it('where a name is taken', () => {
    const flow = smallFlow({
      answers: { ...answers, ask: { 'dont-know': [], 'Not-This': [] } },
      verdicts: { ...verdicts, views: { openness: 3, dissent: 'bob/keep-out' } },
    });
    expect(noNameIsTaken(flow, smallLedger)).toEqual([
      'small: “ask” cannot be the name of a question.',
      'small: “dont-know” cannot be the name of an option.',
      'small: “Not-This” cannot be the name of an option.',
      'small: “views” cannot be the name of a verdict.',
    ]);
  });
});

describe('the safety answers', () => {
  it('are asked about in three flows', () => {
    const safe = flows.filter(({ verdicts }) => Object.values(verdicts).some(({ dissent }) => dissent === 'safety'));
    expect(safe.map(({ id }) => id)).toEqual(['accept-coworker', 'remove-connection', 'accept-stranger']);
  });
});
