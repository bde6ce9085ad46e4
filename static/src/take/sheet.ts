/** A word in a size, and how wide it is then, in pixels. */
export type Measure = (text: string, size: number, bold: boolean) => number;

/** What stands around a map in a picture of it. */
export interface SheetInput {
  width: number; // of the map, in pixels
  height: number;
  title: string;
  lines: readonly string[]; // below the title
  legend: readonly string[]; // what each sign means
  notes: readonly string[]; // what it rests on, below the legend
  address: string; // of the page; it runs from left to right, whatever the rest does
}

/** A line of text; x counts from where lines begin, y is its baseline. */
export interface Line {
  text: string;
  x: number;
  y: number;
  size: number;
  tone: 'title' | 'line' | 'legend' | 'note' | 'address';
}

/** A picture laid out: where lines of text begin is left, or right where they run leftwards. */
export interface Sheet {
  width: number;
  height: number;
  map: { x: number; y: number; width: number; height: number };
  lines: readonly Line[];
  signs: readonly { x: number; y: number }[]; // of the legend, in its order: where the middle of each lies
}

const MARGIN = 20;
const SIGN = 24; // from where a sign begins to its words
const GAP = 20; // between one sign with its words and the next

/** Lays out a picture: title, map, legend in as many lines as it takes, and what it rests on. */
export function layOut(input: SheetInput, measure: Measure): Sheet {
  const width = input.width + 2 * MARGIN;
  const lines: Line[] = [];
  let y = MARGIN - 4;
  const say = (text: string, size: number, tone: Line['tone']): void => {
    const bold = tone === 'title';
    for (const part of wrapped(text, (piece) => measure(piece, size, bold) <= input.width)) {
      y += Math.round(size * 1.45);
      lines.push({ text: part, x: MARGIN, y: y - Math.round(size * 0.3), size, tone });
    }
  };
  say(input.title, 22, 'title');
  for (const line of input.lines) say(line, 13, 'line');
  const map = { x: MARGIN, y: y + 10, width: input.width, height: input.height };
  y = map.y + map.height + 24;
  let x = MARGIN;
  const signs = input.legend.map((words) => {
    const wide = SIGN + measure(words, 13, false);
    if (x > MARGIN && x + wide > width - MARGIN) [x, y] = [MARGIN, y + 24];
    lines.push({ text: words, x: x + SIGN, y: y + 4.5, size: 13, tone: 'legend' });
    const sign = { x: x + 8, y };
    x += wide + GAP;
    return sign;
  });
  if (signs.length > 0) y += 18;
  for (const note of input.notes) say(note, 11.5, 'note');
  if (input.address) say(input.address, 10.5, 'address');
  return { width, height: Math.ceil(y + MARGIN - 4), map, lines, signs };
}

/** A text in lines that fit, broken between words, and within one that fits in no line. */
export function wrapped(text: string, fits: (piece: string) => boolean): string[] {
  const out: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== '') out.push(line);
    line = word;
    while (!fits(line) && line.length > 1) {
      let end = line.length - 1;
      while (end > 1 && !fits(line.slice(0, end))) end--;
      out.push(line.slice(0, end));
      line = line.slice(end);
    }
  }
  return line === '' && out.length > 0 ? out : [...out, line];
}
