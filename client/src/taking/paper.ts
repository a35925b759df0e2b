export type Pen = CanvasRenderingContext2D;

/** The colours of the light scheme: a picture is looked at on paper and on slides, whatever the device shows. */
export type Ink = (token: string) => string;

/** One part of a picture, as wide as it is told: how high it will be, and how it is drawn from the pen's origin. */
export interface Block { height: (pen: Pen, width: number) => number; draw: (pen: Pen, width: number) => void }

const [width, margin, ratio] = [1000, 32, 2];
export const fontOf = (size: number, weight = 400) => `${weight} ${size}px 'Noto Sans Variable', 'Noto Sans', sans-serif`;

/** The tokens as the first rule of the style sheets states them; what a dark screen makes of them does not matter here. */
export function readInk(): Ink {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const root = rules.find((rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === ':root' && rule.style.getPropertyValue('--paper') !== '');
  return (token) => root?.style.getPropertyValue(`--${token}`).trim() || '#000000';
}

/** The text in lines that are no wider than there is room; a word that is wider alone stands alone. */
export function wrap(text: string, room: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1);
    if (line !== undefined && measure(`${line} ${word}`) <= room) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function paragraph(text: string, size: number, colour: string, weight = 400): Block {
  const step = Math.round(size * 1.4);
  const lines = (pen: Pen, room: number) => { pen.font = fontOf(size, weight); return wrap(text, room, (part) => pen.measureText(part).width); };
  return {
    height: (pen, room) => lines(pen, room).length * step,
    draw: (pen, room) => {
      const all = lines(pen, room);
      pen.fillStyle = colour; pen.textBaseline = 'alphabetic'; pen.textAlign = 'left';
      all.forEach((line, index) => pen.fillText(line, 0, step * index + size));
    },
  };
}

/** A picture that is there already, as wide as the paper. */
export const photograph = (image: HTMLImageElement): Block => ({
  height: (_, room) => Math.round((image.naturalHeight * room) / image.naturalWidth),
  draw: (pen, room) => pen.drawImage(image, 0, 0, room, (image.naturalHeight * room) / image.naturalWidth),
});

/** Draws the blocks under one another on white, twice the size for sharp print. */
export function drawOnto(canvas: HTMLCanvasElement, blocks: Block[], ink: Ink) {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('This browser draws no pictures.');
  const [room, gap] = [width - 2 * margin, 14];
  const heights = blocks.map((block) => Math.ceil(block.height(pen, room)));
  canvas.width = width * ratio;
  canvas.height = (heights.reduce((sum, height) => sum + height + gap, 2 * margin - gap)) * ratio;
  pen.scale(ratio, ratio);
  pen.fillStyle = ink('paper');
  pen.fillRect(0, 0, canvas.width, canvas.height);
  let top = margin;
  for (const [index, block] of blocks.entries()) {
    pen.save();
    pen.translate(margin, top);
    block.draw(pen, room);
    pen.restore();
    top += (heights[index] ?? 0) + gap;
  }
}

/** The same as a PNG. */
export async function picture(blocks: Block[], ink: Ink): Promise<Blob> {
  await document.fonts.ready;
  const canvas = document.createElement('canvas');
  drawOnto(canvas, blocks, ink);
  return new Promise((done, failed) => canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('The picture is too large.'))), 'image/png'));
}
