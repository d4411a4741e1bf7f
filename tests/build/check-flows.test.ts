import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyProject, removeProject } from '../commands/project-copy.ts';
import { runCommand } from '../commands/run-command.ts';
import { replaced } from './small-content.ts';

const SLOW = 60_000;

let root: string;
beforeEach(() => {
  root = copyProject();
});
afterEach(() => removeProject(root));

const edit = (file: string, from: string, to: string): void =>
  writeFileSync(join(root, file), replaced(readFileSync(join(root, file), 'utf8'), from, to));

/** Returns the line in a file of the copy in which this text begins. */
const lineOf = (file: string, text: string): number =>
  readFileSync(join(root, file), 'utf8').split(text)[0]?.split('\n').length ?? 0;

const told = async (): Promise<readonly string[]> => {
  const { status, out, err } = await runCommand('check.ts', [], { root });
  expect([status, out]).toEqual([1, '']);
  return err.trimEnd().split('\n');
};

const STRANGER = 'src/flows/accept-stranger.ts';
const COWORKER = 'src/flows/accept-coworker.ts';
const DECLINED = 'src/flows/request-declined.ts';
const ALLY = 'src/flows/build-ally.ts';
const REMOVE = 'src/flows/remove-connection.ts';
const SEND = 'src/flows/send-request.ts';
const INDEX = 'src/flows/index.ts';

describe('the command, where flows cannot be read,', () => {
  it(
    'names the file, the line and what to do, for each flow and for the words',
    async () => {
      edit(COWORKER, "rule('quarrelStillWarm', 'wait')", "rule('quarrelStillWarm', 'wiat')");
      edit(DECLINED, "'answer.explained': 'aim'", "'answer.explained': 'ground-floor'");
      edit(ALLY, 'const machine = questionnaire', 'const machine = = questionnaire');
      edit(STRANGER, 'const machine = questionnaire', 'const machine = questionaire');
      edit(REMOVE, 'const machine = ', 'machine.start();\nconst machine = ');
      edit(SEND, 'defineFlow }', 'defineFlaw }');
      edit('content/flows/introduce/index.md', 'title:', 'titel:');
      const faults = await told();
      expect(faults).toEqual([
        'content/flows/introduce/index.md:1: “title” is missing: add it, as a text',
        expect.stringMatching(/^content\/flows\/introduce\/index\.md:2: “titel” is no field/),
        `${COWORKER}:${lineOf(COWORKER, "'wiat'")}: “weighing” leads to “wiat”, which is no state of the machine: did you mean “wait”? If not, name a question, “weighing” or a verdict, or add it to the states`,
        `${STRANGER}:${lineOf(STRANGER, 'questionaire')}: “questionaire” is not defined: did you mean “questionnaire”? If not, import it, or correct its name`,
        `${ALLY}:${lineOf(ALLY, '= = ')}: the file is not valid TypeScript (Unexpected "="): correct this line, or what stands before it`,
        `${REMOVE}:${lineOf(REMOVE, 'machine.start')}: the flow cannot be read (Cannot access 'machine' before initialization): correct it; “npm run types” may say more`,
        `${DECLINED}:${lineOf(DECLINED, "'ground-floor'")}: “answer” leads to “ground-floor”, which is no state of the machine: name a question, “weighing” or a verdict, or add it to the states`,
        `${SEND}:${lineOf(SEND, 'defineFlaw')}: src/domain/define-flow.ts exports no “defineFlaw”: did you mean “defineFlow”? If not, correct the import, or export it there`,
        '8 faults.',
      ]);
    },
    SLOW,
  );

  it(
    'names a part that a flow lacks, and a list that is not there',
    async () => {
      edit(ALLY, 'verdicts: {', 'verdicts: { odd: { opennes: 4, dissent: 3 },');
      edit(DECLINED, '  verdicts: {', '  verdict: {');
      const odd = `${ALLY}:${lineOf(ALLY, 'odd: {')}: the verdict “odd”`;
      expect(await told()).toEqual([
        `${DECLINED}:${lineOf(DECLINED, 'defineFlow({')}: the flow has no “verdicts”: add them to what “defineFlow” is given, or correct their name`,
        `${odd} has no use for “opennes”: did you mean “openness”? If not, correct its name, or remove it`,
        `${odd} needs an “openness”: write a whole number from 0 to 4`,
        `${odd} needs a “dissent”: name the claim that speaks against it, or write 'safety'`,
        '4 faults.',
      ]);
      edit(INDEX, 'export const flows:', 'export const all:');
      edit(INDEX, '=> flows.find', '=> all.find');
      expect(await told()).toEqual([
        `${INDEX}:1: it exports no list “flows”: export every flow in it, in order`,
        '1 fault.',
      ]);
    },
    SLOW,
  );

  it(
    'names what the list of flows does not import',
    async () => {
      edit(INDEX, "import { introduce } from './introduce.ts';\n", '');
      expect(await told()).toEqual([
        `${INDEX}:${lineOf(INDEX, '  introduce,')}: “introduce” is not defined: import it, or correct its name`,
        '1 fault.',
      ]);
    },
    SLOW,
  );

  it(
    'names a file that the list imports and that is not there',
    async () => {
      renameSync(join(root, 'src/flows/introduce.ts'), join(root, 'src/flows/introduced.ts'));
      expect(await told()).toEqual([
        `${INDEX}:${lineOf(INDEX, "'./introduce.ts'")}: there is no file src/flows/introduce.ts to import: did you mean “introduced.ts”? If not, correct the import, or put the file there`,
        '1 fault.',
      ]);
    },
    SLOW,
  );
});
