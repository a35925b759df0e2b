type Pen = CanvasRenderingContext2D;

/** Unknown is hatched, so that it never looks like a number: one tile of 8 by 8, to be repeated. */
export function hatchTile(pen: Pen, ground: string, line: string) {
  pen.fillStyle = ground; pen.fillRect(0, 0, 8, 8);
  pen.strokeStyle = line; pen.lineWidth = 1;
  pen.beginPath();
  for (const at of [-8, 0, 8]) { pen.moveTo(at, 8); pen.lineTo(at + 8, 0); }
  pen.stroke();
}
