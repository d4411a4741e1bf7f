import { describe, expect, it } from 'vitest';
import type { Box, EndBox, MapDrawing, Sheet, TextBlock } from '../../src/app/map/drawing.ts';
import { routeOf } from '../../src/app/map/route.ts';
import { drawingOf } from '../../src/build/drawing.ts';
import { type Face, widthOf } from '../../src/build/widths.ts';
import { askingWords, resultWords } from '../../src/build/words.ts';
import { loadContent } from '../../src/content/load.ts';
import { answerTo, DONT_KNOW } from '../../src/domain/answer.ts';
import { pathsOf } from '../../src/domain/paths.ts';
import { keepable } from '../../src/domain/walk.ts';
import { flows } from '../../src/flows/index.ts';

const content = loadContent(process.cwd());
const drawings = flows.map((flow) => {
  const asking = askingWords(content, flow);
  return { id: flow.id, flow, asking, drawing: drawingOf(flow, asking, resultWords(content, flow)) };
});

const overlap = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x - 0.5 &&
  inner.y >= outer.y - 0.5 &&
  inner.x + inner.width <= outer.x + outer.width + 0.5 &&
  inner.y + inner.height <= outer.y + outer.height + 0.5;

const pairs = <T>(list: readonly T[]): readonly (readonly [T, T])[] =>
  list.flatMap((one, index) => list.slice(index + 1).map((other) => [one, other] as const));

interface SetLine {
  readonly text: string;
  readonly box: Box;
  readonly within: Box;
}

const linesOf = (text: TextBlock, face: Face, size: number, within: Box): readonly SetLine[] =>
  text.lines.map((line, index) => {
    const width = widthOf(line, face, size);
    const start = index === 0 ? (text.first ?? text.x) : text.x;
    const x = text.isEnd ? start - width : start;
    const box = { x, y: text.y + index * text.step - size * 0.75, width, height: size * 0.95 };
    return { text: line, box, within };
  });

const endLines = (end: EndBox, isWide: boolean): readonly SetLine[] => [
  ...linesOf(end.title, end.kind === 'open' ? 'italic' : 'roman', isWide ? 17.5 : 18, end),
  ...end.rules.flatMap((rule) => linesOf(rule, 'sans', isWide ? 14 : 15, end)),
];

/** Returns every line of text in a sheet, where it stands, and the box that it has to stay in. */
const textsOf = (sheet: Sheet, isWide: boolean): readonly SetLine[] => [
  ...sheet.cards.flatMap((card) => [
    ...linesOf(card.title, 'roman', 20, card),
    ...card.options.flatMap((option) => [
      ...linesOf(option.label, 'sans', isWide ? 15.5 : 16, option),
      ...option.notes.flatMap((note) => linesOf(note, note.isEnd ? 'bold' : 'sans', isWide ? 14 : 15, option)),
    ]),
  ]),
  ...sheet.ends.flatMap((end) => endLines(end, isWide)),
];

/** Returns the straight stretches of a path as boxes of no thickness. */
function stretches(path: string): readonly Box[] {
  const found: Box[] = [];
  let [x, y] = [0, 0];
  const to = (nextX: number, nextY: number): void => {
    found.push({
      x: Math.min(x, nextX),
      y: Math.min(y, nextY),
      width: Math.abs(nextX - x),
      height: Math.abs(nextY - y),
    });
    [x, y] = [nextX, nextY];
  };
  for (const [, command = '', rest = ''] of path.matchAll(/([MHVQ])([^MHVQ]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    if (command === 'M') [x = 0, y = 0] = numbers;
    else if (command === 'H') to(numbers[0] ?? 0, y);
    else if (command === 'V') to(x, numbers[0] ?? 0);
    else to(numbers[2] ?? 0, numbers[3] ?? 0);
  }
  return found;
}

const everyWay = (drawing: MapDrawing): readonly string[] =>
  Object.entries(drawing.ways).flatMap(([question, options]) =>
    Object.entries(options).flatMap(([option, ways]) => ways.map((_, index) => `${question}.${option}.${index}`)),
  );

describe.each(drawings)('the drawing of $id', ({ flow, asking, drawing }) => {
  it('asks every question after those that lead to it', () => {
    expect([...drawing.order].sort()).toEqual(Object.keys(flow.answers).sort());
    for (const [question, options] of Object.entries(drawing.ways)) {
      for (const { question: to } of Object.values(options).flat()) {
        if (to !== undefined) expect(drawing.order.indexOf(to)).toBeGreaterThan(drawing.order.indexOf(question));
      }
    }
  });

  describe.each([
    ['wide', drawing.wide],
    ['narrow', drawing.narrow],
  ] as const)('when %s', (name, sheet) => {
    const isWide = name === 'wide';
    const texts = textsOf(sheet, isWide);

    it('has every question with all its options, and each in its own words', () => {
      expect(sheet.cards.map(({ question }) => question)).toEqual(drawing.order);
      for (const card of sheet.cards) {
        expect(card.title.lines.join(' ')).toBe(asking.questions[card.question]?.question);
        expect(card.options.map(({ option }) => option)).toEqual(Object.keys(flow.answers[card.question] ?? {}));
        for (const { option, label } of card.options) {
          expect(label.lines.join(' ')).toBe(asking.questions[card.question]?.labels[option]);
        }
      }
    });

    it('has every verdict and every rule', () => {
      expect([...new Set(sheet.ends.map(({ verdict }) => verdict))].sort()).toEqual(Object.keys(flow.verdicts).sort());
      const rules = new Set(sheet.ends.flatMap((end) => end.rules.map(({ lines }) => lines.join(' '))));
      for (const { words } of drawing.rules) expect(rules).toContain(words);
    });

    it('says a condition wherever an option opens several ways', () => {
      for (const card of sheet.cards) {
        for (const { option, notes } of card.options) {
          const ways = drawing.ways[card.question]?.[option] ?? [];
          const conditions = notes.filter(({ isEnd }) => !isEnd).map(({ lines }) => lines.join(' '));
          expect(conditions).toHaveLength(ways.length > 1 ? ways.length : 0);
          if (ways.length > 1) expect(conditions.at(-1)).toBe('otherwise');
          const numbers = notes.filter(({ isEnd }) => isEnd).map(({ lines }) => lines.join(' '));
          const onwards = ways.flatMap(({ question }) => question ?? []);
          expect(numbers).toEqual(onwards.map((question) => `→ ${drawing.order.indexOf(question) + 1}`));
        }
      }
    });

    it('has a line for every way, to the end or the question that it leads to', () => {
      expect(Object.keys(sheet.edges).sort()).toEqual([...everyWay(drawing)].sort());
      for (const [question, options] of Object.entries(drawing.ways)) {
        for (const [option, ways] of Object.entries(options)) {
          for (const [index, way] of ways.entries()) {
            const edge = sheet.edges[`${question}.${option}.${index}`];
            expect(edge?.end === undefined ? undefined : sheet.ends[edge.end]?.verdict).toBe(way.verdict);
          }
        }
      }
    });

    it('has no two boxes on top of each other, and all of them on the sheet', () => {
      const boxes: readonly Box[] = isWide ? [...sheet.cards, ...sheet.ends] : sheet.cards;
      expect(pairs(boxes).filter(([one, other]) => overlap(one, other))).toEqual([]);
      expect(pairs(sheet.ends).filter(([one, other]) => overlap(one, other))).toEqual([]);
      const whole = { x: 0, y: 0, width: sheet.width, height: sheet.height };
      expect([...boxes, ...sheet.ends].filter((box) => !isWithin(box, whole))).toEqual([]);
    });

    it('has every text in its box', () => {
      expect(texts.filter(({ box, within }) => !isWithin(box, within)).map(({ text }) => text)).toEqual([]);
    });

    it('has no two texts on top of each other', () => {
      const found = pairs(texts).filter(([one, other]) => overlap(one.box, other.box));
      expect(found.map(([one, other]) => [one.text, other.text])).toEqual([]);
    });

    it('has no line through a text', () => {
      const lines = Object.values(sheet.edges).flatMap(({ path }) => stretches(path));
      const through = texts.filter(({ box }) => lines.some((line) => overlap(box, line)));
      expect(through.map(({ text }) => text)).toEqual([]);
    });

    it('has no line through a box of another way', () => {
      for (const [name, { path, end }] of Object.entries(sheet.edges)) {
        const others = sheet.ends.filter((_, index) => index !== end);
        const inner = (box: Box): Box => ({ x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 });
        const hit = others.filter((box) => stretches(path).some((line) => overlap(inner(box), line)));
        expect({ name, hit: hit.map(({ verdict }) => verdict) }).toEqual({ name, hit: [] });
      }
    });
  });

  it('has the route of every path in its lines, to the verdict and the rule that decides it', () => {
    for (const { trail, verdict, rule } of pathsOf(flow)) {
      const route = routeOf(flow, drawing, trail);
      expect(route.stops.map(({ question, option }) => answerTo(question, option))).toEqual(trail);
      expect(route.verdicts).toEqual([verdict]);
      const names = route.stops.flatMap(({ ways }) => ways);
      expect(names).toHaveLength(trail.length);
      for (const sheet of [drawing.wide, drawing.narrow]) {
        const edges = names.map((name) => sheet.edges[name]);
        expect(edges).not.toContain(undefined);
        const end = sheet.ends[edges.at(-1)?.end ?? -1];
        expect(end?.verdict).toBe(verdict);
        const words = drawing.rules.find((one) => one.rule === rule)?.words;
        expect(end?.rules.map(({ lines }) => lines.join(' '))).toContain(words);
      }
    }
  });

  it('forks where something is not known, and comes to the verdicts that the walk may come to', () => {
    for (const { trail } of pathsOf(flow)) {
      for (const index of trail.keys()) {
        const answers = trail.map((answer, at) =>
          at === index ? answerTo(answer.slice(0, answer.indexOf('.')), DONT_KNOW) : answer,
        );
        const { walk } = keepable(flow, answers);
        if (walk.at === 'question') continue;
        const expected = walk.at === 'verdict' ? [walk.verdict] : walk.verdicts;
        expect([...routeOf(flow, drawing, walk.trail).verdicts].sort()).toEqual([...expected].sort());
      }
    }
  });
});
