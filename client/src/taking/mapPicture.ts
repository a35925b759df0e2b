import { named } from '../words';
import { colourOf, families, outlines } from '../ui/signs';
import { type Block, type Ink, fontOf, paragraph, photograph, picture, readInk } from './paper';
import { photographMap } from './printing';
import { aboutOf } from './source';

/** What the signs of the map stand for. */
function legend(ink: Ink): Block {
  return {
    height: () => 22,
    draw(pen) {
      let x = 0;
      for (const family of families) {
        pen.save();
        pen.translate(x, 2); pen.scale(0.75, 0.75);
        pen.fillStyle = ink(colourOf(family).slice(2)); pen.fill(new Path2D(outlines[family]));
        pen.restore();
        pen.font = fontOf(13); pen.textBaseline = 'middle'; pen.fillStyle = ink('text');
        pen.fillText(named('family', family), x + 23, 11.5);
        x += 23 + pen.measureText(named('family', family)).width + 18;
      }
    },
  };
}

/** The map as it is on the screen, with its title, day and source. Fails where there is no map. */
export async function mapPicture(title: string, at: string | undefined): Promise<Blob> {
  const [image, ink, about] = [await photographMap(), readInk(), aboutOf(title, at)];
  if (!image) throw new Error('There is no map to take a picture of.');
  return picture([paragraph(about.title, 26, ink('text'), 700), paragraph(about.date, 15, ink('quiet')), photograph(image), legend(ink), paragraph(about.source, 13, ink('quiet')), paragraph(about.address, 13, ink('quiet'))], ink);
}
