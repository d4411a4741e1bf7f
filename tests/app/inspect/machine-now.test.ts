import { describe, expect, it } from 'vitest';
import { machineNow } from '../../../src/app/inspect/machine-now.ts';
import { watched, watchMachines } from '../../../src/app/inspect/watching.ts';
import { pathsOf } from '../../../src/domain/paths.ts';
import { flows } from '../../../src/flows/index.ts';
import { introduce } from '../../../src/flows/introduce.ts';

describe('the machine as the panel shows it', () => {
  it('stands at the question that comes next, with what is on offer', () => {
    expect(machineNow(introduce, ['vouch.gladly', 'fit.right'])).toMatchObject({
      state: 'welcome',
      trail: ['vouch.gladly', 'fit.right'],
      offers: ['welcome.yes', 'welcome.unsure', 'welcome.no'],
    });
  });

  it.each(flows.map((flow) => [flow.id, flow] as const))(
    'ends where every path of %s does, by the rule that holds first',
    (_id, flow) => {
      for (const { trail, verdict, rule } of pathsOf(flow)) {
        const now = machineNow(flow, trail);
        expect([now.state, now.offers, now.stoppedAt]).toEqual([verdict, [], undefined]);
        expect(now.rules.find(({ holds }) => holds)).toMatchObject({ rule, verdict });
      }
    },
  );

  it.each(['fit.dont-know', 'fit.left', 'better.yes'] as const)(
    'stops at %s, which the machine does not take',
    (answer) => {
      const now = machineNow(introduce, ['vouch.gladly', answer, 'welcome.yes']);
      expect(now).toMatchObject({ state: 'fit', trail: ['vouch.gladly'], stoppedAt: answer });
    },
  );
});

describe('a machine that is started', () => {
  it('is watched once somebody watches', () => {
    expect(watched()).toEqual({});
    const watcher = () => {};
    watchMachines(watcher);
    expect(watched()).toEqual({ inspect: watcher });
  });
});
