import type {
  Box,
  Card,
  Edge,
  EndBox,
  EndKind,
  MapDrawing,
  MapEnd,
  MapWay,
  MarkAt,
  OptionBox,
  Sheet,
  TextBlock,
} from '../app/map/drawing.ts';
import { wayName } from '../app/map/drawing.ts';
import type { AskingWords, ResultWords } from '../content/words.ts';
import { voiceOf } from '../domain/claim.ts';
import type { MachineFlow } from '../domain/define-flow.ts';
import type { Flow } from '../domain/flow.ts';
import type { ClaimId } from '../domain/questionnaire.ts';
import { WEIGHING } from '../domain/routes.ts';
import { isSafety, sideOf } from '../reasoning/side.ts';
import { longWhen, shortWhen } from './way-words.ts';
import { type OptionWay, waysOf } from './ways.ts';
import { balanced, type Face, wrapped } from './widths.ts';

type Ways = ReturnType<typeof waysOf>;

/** Returns the questions from the first to the last: no way leads back, and otherwise as in the flow's file. */
function orderOf(flow: Flow): readonly string[] {
  const leadsTo = (from: string): readonly string[] =>
    Object.values(flow.routes.questions[from] ?? {})
      .flat()
      .map(({ to }) => to)
      .filter((to) => to !== WEIGHING);
  const left = new Set(Object.keys(flow.answers));
  const order: string[] = [];
  while (left.size > 0) {
    const behind = new Set([...left].flatMap(leadsTo));
    const next = [...left].find((question) => !behind.has(question)) ?? ([...left][0] as string);
    order.push(next);
    left.delete(next);
  }
  return order;
}

const kindOf = (flow: Flow, verdict: string): EndKind =>
  isSafety(flow, verdict) ? 'settled' : (sideOf(flow, verdict) ?? 'level');

const settles = (flow: Flow, ways: readonly OptionWay[]): boolean =>
  ways.every(({ verdict }) => verdict !== undefined && isSafety(flow, verdict));

/** Returns the claims of an option that may be shown: where safety decides, only the guide's own. */
function claimsShown(flow: Flow, ways: readonly OptionWay[], question: string, option: string): readonly ClaimId[] {
  const claims = flow.answers[question]?.[option] ?? [];
  return settles(flow, ways) ? claims.filter((claim) => voiceOf(claim) === 'editor') : claims;
}

// ---------- Measures ----------

interface Type {
  readonly face: Face;
  readonly size: number;
  readonly step: number;
}

/** The sizes of a drawing's texts, in its own units: a unit is a pixel at the width that it is made for. */
interface Measures {
  readonly width: number;
  readonly title: Type;
  readonly label: Type;
  readonly note: Type;
  readonly end: Omit<Type, 'face'>;
  readonly rule: Type;
  /** Where texts begin in a card, and where they end. */
  readonly inset: number;
  readonly outset: number;
  readonly gap: number;
  readonly lane: number;
}

const WIDE: Measures = {
  width: 1120,
  title: { face: 'roman', size: 20, step: 25 },
  label: { face: 'sans', size: 15.5, step: 20 },
  note: { face: 'sans', size: 14, step: 18 },
  end: { size: 17.5, step: 21 },
  rule: { face: 'sans', size: 14, step: 18 },
  inset: 24,
  outset: 18,
  gap: 34,
  lane: 13,
};

const NARROW: Measures = {
  width: 352,
  title: { face: 'roman', size: 20, step: 25 },
  label: { face: 'sans', size: 16, step: 20.5 },
  note: { face: 'sans', size: 15, step: 19.5 },
  end: { size: 18, step: 21.5 },
  rule: { face: 'sans', size: 15, step: 19.5 },
  inset: 18,
  outset: 10,
  gap: 30,
  lane: 9,
};

const END_WIDTH = 226;
const MARK = 12;
const RADIUS = 14;

const block = (
  x: number,
  y: number,
  type: Omit<Type, 'face'>,
  lines: readonly string[],
  first?: number,
): TextBlock => ({
  x,
  y: y + type.size * 0.8,
  step: type.step,
  ...(first === undefined ? {} : { first }),
  lines,
});

/** Where a line's own middle lies below its top. */
const middle = ({ size }: Omit<Type, 'face'>): number => size * 0.55;

// ---------- Ends ----------

interface EndWords {
  readonly verdict: string;
  readonly rules: readonly string[];
}

/** Returns the box of an end, its corner at the origin. */
function endBox(content: Content, { verdict, rules }: EndWords, width: number, measures: Measures): EndBox {
  const { end, rule } = measures;
  const kind = content.verdicts[verdict]?.kind ?? 'level';
  const face = kind === 'open' ? 'italic' : 'roman';
  const title = balanced(content.verdicts[verdict]?.headline ?? verdict, face, end.size, width - 46);
  let y = 10 + title.length * end.step + 3;
  const texts = rules.map((name) => {
    const lines = wrapped(content.rules[name] ?? name, rule.face, rule.size, width - 26);
    const text = block(14, y, rule, lines);
    y += lines.length * rule.step + 5;
    return text;
  });
  return {
    x: 0,
    y: 0,
    width,
    height: y + 4,
    verdict,
    kind,
    mark: { x: 14 + MARK / 2, y: 10 + middle(end) },
    title: block(34, 10, end, title),
    rules: texts,
  };
}

const shiftText = (text: TextBlock, x: number, y: number): TextBlock => ({
  ...text,
  x: text.x + x,
  y: text.y + y,
  ...(text.first === undefined ? {} : { first: text.first + x }),
});

const shiftEnd = (box: EndBox, x: number, y: number): EndBox => ({
  ...box,
  x: box.x + x,
  y: box.y + y,
  mark: { x: box.mark.x + x, y: box.mark.y + y },
  title: shiftText(box.title, x, y),
  rules: box.rules.map((text) => shiftText(text, x, y)),
});

// ---------- Cards ----------

/** Where a way leaves its option. */
interface Port {
  readonly name: string;
  readonly y: number;
  readonly way: OptionWay;
  /** The end that stands in the card itself, in the narrow drawing. */
  readonly own?: EndBox;
}

interface CardMade {
  readonly card: Card;
  readonly ports: readonly Port[];
}

/** The words and ways that a drawing is made of. */
interface Content {
  readonly flow: Flow;
  readonly asking: AskingWords;
  readonly order: readonly string[];
  readonly ways: Ways;
  readonly verdicts: Readonly<Record<string, MapEnd>>;
  readonly rules: Readonly<Record<string, string>>;
}

function marksOf(content: Content, question: string, option: string, x: number, y: number): readonly MarkAt[] {
  const { flow, asking, ways } = content;
  const opened = ways[question]?.[option] ?? [];
  // Where safety decides, no count does.
  if (settles(flow, opened)) return [];
  return (flow.answers[question]?.[option] ?? [])
    .map((claim) => asking.leans[claim])
    .filter((lean) => lean === 'closed' || lean === 'open')
    .sort()
    .map((side, index) => ({ side, x: x + index * (MARK + 3) + MARK / 2, y }));
}

/** Returns an option's box, its ways' ports, and where the next one begins. */
function optionBox(
  content: Content,
  question: string,
  option: string,
  at: Box,
  measures: Measures,
  isWide: boolean,
): { readonly box: OptionBox; readonly ports: readonly Port[] } {
  const { label, note, inset, outset } = measures;
  const ways = content.ways[question]?.[option] ?? [];
  const x = at.x + inset;
  const room = at.width - inset - outset;
  const isOne = ways.length === 1;
  const numberRoom = 36;
  let y = at.y + 9;
  const marks = marksOf(content, question, option, x, y + middle(label));
  const lead = marks.length === 0 ? 0 : marks.length * (MARK + 3) + 5;
  const words = content.asking.questions[question]?.labels[option] ?? option;
  const labelRoom = isOne && ways[0]?.question !== undefined ? room - numberRoom : room;
  const lines = wrapped(words, label.face, label.size, labelRoom, labelRoom - lead);
  const notes: TextBlock[] = [];
  const ports: Port[] = [];
  const numberAt = (to: string, top: number): TextBlock => ({
    ...block(at.x + at.width - outset, top, note, [`→ ${content.order.indexOf(to) + 1}`]),
    isEnd: true,
  });
  const labelBlock = block(x, y, label, lines, lead === 0 ? undefined : x + lead);
  const labelTop = y;
  y += lines.length * label.step;
  for (const [index, way] of ways.entries()) {
    const name = wayName(question, option, index);
    let top = labelTop;
    let type: Type = label;
    if (way.when !== undefined) {
      top = y + 1;
      type = note;
      const when = shortWhen(content.asking, content.order, way.when);
      const whenLines = wrapped(when, note.face, note.size, room - 14 - (way.question === undefined ? 0 : numberRoom));
      notes.push(block(x + 14, top, note, whenLines));
      y = top + whenLines.length * note.step + 2;
    }
    if (way.question !== undefined) {
      notes.push(numberAt(way.question, isOne ? top + (label.size - note.size) * 0.8 : top));
      ports.push({ name, y: top + middle(type), way });
    } else if (isWide) {
      ports.push({ name, y: top + middle(type), way });
    } else {
      const end = endBox(content, { verdict: way.verdict ?? '', rules: way.rules }, room - 14, measures);
      const own = shiftEnd(end, x + 14, y + 2);
      ports.push({ name, y: own.mark.y, way, own });
      y = own.y + own.height + 9;
    }
  }
  const box = { x: at.x, y: at.y, width: at.width, height: y + 7 - at.y };
  return { box: { ...box, option, marks, label: labelBlock, notes }, ports };
}

/** Returns a question's card, its top at `top`. */
function cardOf(content: Content, question: string, at: Box, measures: Measures, isWide: boolean): CardMade {
  const { title, outset } = measures;
  const badge = { x: at.x + (isWide ? 30 : 24), y: at.y + 14 + middle(title) };
  const textX = badge.x + RADIUS + 12;
  const words = content.asking.questions[question]?.question ?? question;
  const lines = balanced(words, title.face, title.size, at.x + at.width - outset - textX);
  let y = at.y + 14 + lines.length * title.step + 8;
  const options: OptionBox[] = [];
  const ports: Port[] = [];
  for (const option of Object.keys(content.flow.answers[question] ?? {})) {
    const made = optionBox(content, question, option, { ...at, y }, measures, isWide);
    options.push(made.box);
    ports.push(...made.ports);
    y += made.box.height;
  }
  const card: Card = {
    ...at,
    height: y - at.y,
    question,
    number: content.order.indexOf(question) + 1,
    badge,
    title: block(textX, at.y + 14, title, lines),
    options,
  };
  return { card, ports };
}

// ---------- Lines ----------

type Point = readonly [x: number, y: number];

const round = (value: number): number => Math.round(value * 10) / 10;

/** Returns a path along these points, its corners a little rounded. */
function pathOf(points: readonly Point[]): string {
  const kept = points.filter(
    (point, index) => index === 0 || point[0] !== points[index - 1]?.[0] || point[1] !== points[index - 1]?.[1],
  );
  return kept
    .map(([x, y], index) => {
      const before = kept[index - 1];
      const after = kept[index + 1];
      if (!before) return `M${round(x)} ${round(y)}`;
      const isCorner = after && (before[0] === x) !== (after[0] === x);
      if (!isCorner) return before[0] === x ? `V${round(y)}` : `H${round(x)}`;
      const reach = (to: Point): number => Math.min(6, Math.abs(to[0] - x + to[1] - y) / 2);
      const towards = (to: Point, by: number): Point => [x + Math.sign(to[0] - x) * by, y + Math.sign(to[1] - y) * by];
      const radius = Math.min(reach(before), reach(after));
      const [fromX, fromY] = towards(before, radius);
      const [toX, toY] = towards(after, radius);
      const straight = before[0] === x ? `V${round(fromY)}` : `H${round(fromX)}`;
      return `${straight}Q${round(x)} ${round(y)} ${round(toX)} ${round(toY)}`;
    })
    .join('');
}

const arrow = (x: number, y: number, way: 1 | -1): string => `M${round(x)} ${round(y)}l${-9 * way}-4.5v9z`;

interface Lane {
  readonly to: string;
  readonly from: number;
  readonly until: number;
  /** How far from the cards: 0 is the nearest. */
  readonly index: number;
}

/** Returns a lane for each question that ways lead to; lanes that run side by side have different indexes. */
function lanesOf(made: readonly CardMade[]): readonly Lane[] {
  const spans = made.flatMap(({ card }) => {
    const ys = made.flatMap(({ ports }) => ports.filter(({ way }) => way.question === card.question).map(({ y }) => y));
    return ys.length === 0 ? [] : [{ to: card.question, from: Math.min(...ys), until: card.badge.y }];
  });
  const lanes: Lane[] = [];
  for (const span of [...spans].sort((one, other) => one.until - one.from - (other.until - other.from))) {
    const beside = lanes.filter(({ from, until }) => from < span.until + 12 && span.from < until + 12);
    let index = 0;
    while (beside.some((lane) => lane.index === index)) index += 1;
    lanes.push({ ...span, index });
  }
  return lanes;
}

/** How many lanes a flow needs side by side, whatever its cards' places. */
const laneCount = (lanes: readonly Lane[]): number => Math.max(0, ...lanes.map(({ index }) => index + 1));

interface Drawn {
  readonly lines: string[];
  readonly arrows: string[];
  readonly edges: Record<string, Edge>;
}

/** Draws the ways that go on: from each option to its question's lane, and down to that question's number. */
function drawOnward(made: readonly CardMade[], lanes: readonly Lane[], measures: Measures, drawn: Drawn): void {
  for (const lane of lanes) {
    const target = made.find(({ card }) => card.question === lane.to)?.card;
    if (!target) continue;
    const x = target.x - 14 - lane.index * measures.lane;
    const { y } = target.badge;
    let isFirst = true;
    for (const { card, ports } of made) {
      for (const port of ports.filter(({ way }) => way.question === lane.to)) {
        const path = [
          [card.x, card.badge.y],
          [card.x, port.y],
          [x, port.y],
          [x, y],
          [card.x, y],
        ] as const;
        drawn.edges[port.name] = { path: pathOf(path) };
        drawn.lines.push(isFirst ? pathOf(path.slice(1)) : pathOf(path.slice(1, 3)));
        isFirst = false;
      }
    }
    drawn.arrows.push(arrow(target.x, y, 1));
  }
}

/** The ports on one side of a card that come to one end. */
interface Group {
  readonly ports: readonly Port[];
  readonly end: EndBox;
}

/** Tells whether two ports may share an end: neighbours of one verdict, or ports for which the same rules decide. */
const isSameEnd = (one: Port, other: Port, areNeighbours: boolean): boolean =>
  one.way.verdict === other.way.verdict && (areNeighbours || one.way.rules.join() === other.way.rules.join());

/** Returns the ends of one side of a card, each with the ports that come to it. */
function groupsOf(content: Content, ports: readonly Port[], measures: Measures): readonly Group[] {
  const groups: Port[][] = [];
  for (const port of ports) {
    const last = groups.at(-1);
    const group = groups.find((some) => some.some((other) => isSameEnd(port, other, some === last)));
    if (group) group.push(port);
    else groups.push([port]);
  }
  return groups.map((group) => {
    const rules = [...new Set(group.flatMap(({ way }) => way.rules))];
    return { ports: group, end: endBox(content, { verdict: group[0]?.way.verdict ?? '', rules }, END_WIDTH, measures) };
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

const END_GAP = 12;

/** Returns the tops of ends stacked beside a card, each as near to its ports as the others let it. */
function stacked(groups: readonly Group[], top: number, height: number): readonly number[] {
  const heights = groups.map(({ end }) => end.height);
  const need = sum(heights) + END_GAP * (groups.length - 1);
  const bottom = top + Math.max(height, need);
  const tops: number[] = [];
  for (const [index, { ports, end }] of groups.entries()) {
    const wish = mean(ports.map(({ y }) => y)) - end.height / 2;
    const free = index === 0 ? top : (tops[index - 1] ?? top) + (heights[index - 1] ?? 0) + END_GAP;
    tops.push(Math.max(wish, free));
  }
  let limit = bottom;
  for (let index = groups.length - 1; index >= 0; index -= 1) {
    tops[index] = Math.min(tops[index] ?? top, limit - (heights[index] ?? 0));
    limit = (tops[index] ?? top) - END_GAP;
  }
  return tops;
}

/** A group with its end in place: where its lines come together. */
interface PlacedGroup extends Group {
  readonly y: number;
}

const permutations = (count: number): readonly (readonly number[])[] =>
  count === 0
    ? [[]]
    : permutations(count - 1).flatMap((rest) =>
        Array.from({ length: count }, (_, at) => [...rest.slice(0, at), count - 1, ...rest.slice(at)]),
      );

const ysOf = ({ ports, y }: PlacedGroup): readonly number[] => [...ports.map((port) => port.y), y];
const isStraight = (group: PlacedGroup): boolean => ysOf(group).every((y) => y === group.y);

/** Returns the order of tracks, from the card outwards, in which the lines of these groups cross the least. */
function tracksOf(groups: readonly PlacedGroup[]): readonly number[] {
  const crossings = (tracks: readonly number[]): number =>
    sum(
      groups.flatMap((one, a) =>
        groups.map((other, b) => {
          if (a === b || isStraight(other)) return 0;
          const [top, bottom] = [Math.min(...ysOf(other)), Math.max(...ysOf(other))];
          const crosses = (y: number): boolean => y >= top - 4 && y <= bottom + 4;
          const before = (tracks[a] ?? 0) > (tracks[b] ?? 0) ? one.ports.filter(({ y }) => crosses(y)).length : 0;
          const after = (tracks[a] ?? 0) < (tracks[b] ?? 0) && crosses(one.y) ? 1 : 0;
          return before + after;
        }),
      ),
    );
  return [...permutations(groups.length)].sort((one, other) => crossings(one) - crossings(other))[0] ?? [];
}

/** How far apart lines run side by side between a card and its ends, and for how many there is room. */
const TRACK = 11;
const MOST_TRACKS = 4;

/** Draws the ways that end on one side of a card, and returns their ends. */
function drawEnds(
  card: Card,
  groups: readonly PlacedGroup[],
  side: 'left' | 'right',
  firstTrack: number,
  drawn: Drawn,
  firstEnd: number,
): readonly EndBox[] {
  const way = side === 'left' ? -1 : 1;
  const from = side === 'left' ? card.x : card.x + card.width;
  const tracks = tracksOf(groups);
  const apart = Math.min(TRACK, (MOST_TRACKS * TRACK) / groups.length);
  return groups.map((group, index) => {
    const to = side === 'left' ? group.end.x + group.end.width : group.end.x;
    const x = from + way * (firstTrack + (tracks[index] ?? 0) * apart);
    for (const [at, port] of group.ports.entries()) {
      const onwards: readonly Point[] = [
        [from, port.y],
        [x, port.y],
        [x, group.y],
        [to, group.y],
      ];
      const inside =
        side === 'left'
          ? pathOf([[card.x, card.badge.y], ...onwards])
          : `${pathOf([
              [card.x, card.badge.y],
              [card.x, port.y],
            ])}${pathOf(onwards)}`;
      drawn.edges[port.name] = { path: inside, end: firstEnd + index };
      drawn.lines.push(pathOf(at === 0 ? onwards : onwards.slice(0, 3)));
    }
    drawn.arrows.push(arrow(to, group.y, way));
    return group.end;
  });
}

// ---------- Sheets ----------

const blank = (): Drawn => ({ lines: [], arrows: [], edges: {} });

const between = (cards: readonly Card[]): string =>
  cards.flatMap(({ options, x, width }) => options.map(({ y }) => `M${round(x)} ${round(y)}h${round(width)}`)).join('');

const sheetOf = (
  measures: Measures,
  height: number,
  made: readonly CardMade[],
  ends: readonly EndBox[],
  drawn: Drawn,
): Sheet => ({
  width: measures.width,
  height: Math.ceil(height),
  cards: made.map(({ card }) => card),
  ends,
  lines: drawn.lines.join(''),
  arrows: drawn.arrows.join(''),
  rules: between(made.map(({ card }) => card)),
  edges: drawn.edges,
});

/** Returns the portrait drawing: cards below one another, each way out in its option. */
function narrowSheet(content: Content): Sheet {
  const lay = (lanes: number): readonly CardMade[] => {
    const x = 12 + lanes * NARROW.lane;
    let y = 2;
    return content.order.map((question) => {
      const made = cardOf(content, question, { x, y, width: NARROW.width - x - 2, height: 0 }, NARROW, false);
      y += made.card.height + NARROW.gap;
      return made;
    });
  };
  const made = lay(laneCount(lanesOf(lay(3))));
  const drawn = blank();
  drawOnward(made, lanesOf(made), NARROW, drawn);
  const ends: EndBox[] = [];
  for (const { card, ports } of made) {
    for (const { name, y, own } of ports) {
      if (!own) continue;
      drawn.edges[name] = {
        path: pathOf([
          [card.x, card.badge.y],
          [card.x, y],
          [own.x, y],
        ]),
        end: ends.length,
      };
      drawn.lines.push(
        pathOf([
          [card.x, y],
          [own.x, y],
        ]),
      );
      drawn.arrows.push(arrow(own.x, y, 1));
      ends.push(own);
    }
  }
  const last = made.at(-1)?.card;
  return sheetOf(NARROW, (last?.y ?? 0) + (last?.height ?? 0) + 4, made, ends, drawn);
}

const isLeft = ({ way }: Port, content: Content): boolean => {
  const kind = content.verdicts[way.verdict ?? '']?.kind;
  return kind === 'closed' || kind === 'settled';
};

const placedGroups = (groups: readonly Group[], x: number, top: number, height: number): readonly PlacedGroup[] => {
  const tops = stacked(groups, top, height);
  return groups.map(({ ports, end }, index) => {
    const placed = shiftEnd(end, x, tops[index] ?? top);
    const y = Math.min(Math.max(mean(ports.map((port) => port.y)), placed.y + 14), placed.y + placed.height - 14);
    return { ports, end: placed, y };
  });
};

/** Returns the landscape drawing: cards in the middle, ways out on the side that they serve. */
function wideSheet(content: Content): Sheet {
  const lay = (lanes: number) => {
    const left = END_WIDTH + 16 + MOST_TRACKS * TRACK + lanes * WIDE.lane + 14;
    const right = END_WIDTH + 18 + MOST_TRACKS * TRACK + 8;
    const width = WIDE.width - left - right - 2;
    let y = 2;
    return content.order.map((question) => {
      const made = cardOf(content, question, { x: left, y, width, height: 0 }, WIDE, true);
      const ended = made.ports.filter(({ way }) => way.verdict !== undefined);
      const sides = [ended.filter((port) => isLeft(port, content)), ended.filter((port) => !isLeft(port, content))];
      const [onLeft, onRight] = sides.map((ports) => groupsOf(content, ports, WIDE)) as [
        readonly Group[],
        readonly Group[],
      ];
      const { height } = made.card;
      const leftGroups = placedGroups(onLeft, 1, y, height);
      const rightGroups = placedGroups(onRight, WIDE.width - END_WIDTH - 1, y, height);
      const bottoms = [...leftGroups, ...rightGroups].map(({ end }) => end.y + end.height);
      y = Math.max(y + height, ...bottoms) + WIDE.gap;
      return { ...made, leftGroups, rightGroups, bottom: y - WIDE.gap };
    });
  };
  const lanes = laneCount(lanesOf(lay(3)));
  const made = lay(lanes);
  const drawn = blank();
  drawOnward(made, lanesOf(made), WIDE, drawn);
  const ends: EndBox[] = [];
  for (const { card, leftGroups, rightGroups } of made) {
    ends.push(...drawEnds(card, leftGroups, 'left', 14 + lanes * WIDE.lane + 4, drawn, ends.length));
    ends.push(...drawEnds(card, rightGroups, 'right', 18, drawn, ends.length));
  }
  return sheetOf(WIDE, (made.at(-1)?.bottom ?? 0) + 4, made, ends, drawn);
}

// ---------- The map ----------

function wayWords(asking: AskingWords, { when, question, verdict, routes, rules }: OptionWay): MapWay {
  return {
    ...(when === undefined ? {} : { when: longWhen(asking, when) }),
    ...(question === undefined ? {} : { question }),
    ...(verdict === undefined ? {} : { verdict }),
    routes,
    rules,
  };
}

/** Returns the map of a flow: its two drawings, and what they say in words. */
export function drawingOf(flow: MachineFlow, asking: AskingWords, words: ResultWords): MapDrawing {
  const order = orderOf(flow);
  const ways = waysOf(flow);
  const verdicts = Object.fromEntries(
    Object.keys(flow.verdicts).map((verdict): [string, MapEnd] => {
      const { headline = verdict, gist = '' } = words.verdicts[verdict] ?? {};
      return [verdict, { headline, gist, kind: kindOf(flow, verdict) }];
    }),
  );
  const ruleWords = Object.fromEntries(flow.routes.weighing.map(({ rule }) => [rule, words.rules[rule]?.rule ?? rule]));
  const shown = new Set(
    Object.entries(flow.answers).flatMap(([question, options]) =>
      Object.keys(options).flatMap((option) => claimsShown(flow, ways[question]?.[option] ?? [], question, option)),
    ),
  );
  const voices = [...new Set([...shown].map(voiceOf))].sort();
  const content: Content = { flow, asking, order, ways, verdicts, rules: ruleWords };
  return {
    flow: flow.id,
    order,
    ways: Object.fromEntries(
      Object.entries(ways).map(([question, options]) => [
        question,
        Object.fromEntries(
          Object.entries(options).map(([option, list]) => [option, list.map((way) => wayWords(asking, way))]),
        ),
      ]),
    ),
    rules: flow.routes.weighing.map(({ rule, verdict }) => ({ rule, words: ruleWords[rule] ?? rule, verdict })),
    verdicts,
    lines: Object.fromEntries([...shown].sort().map((claim) => [claim, words.claims[claim]?.line ?? claim])),
    voices: Object.fromEntries(
      voices.map((voice) => {
        const { name = voice, short = voice, role = '', standing = 'editor' } = words.voices[voice] ?? {};
        return [voice, { name, short, role, standing }];
      }),
    ),
    wide: wideSheet(content),
    narrow: narrowSheet(content),
  };
}
