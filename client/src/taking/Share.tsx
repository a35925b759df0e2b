import { useEffect, useRef, useState } from 'preact/hooks';
import { type Route, route, writeAddress } from '../network/route';
import { Icon } from '../ui/Icon';
import { lazy } from '../ui/lazy';
import { t } from '../words';
import { printPage } from './printing';
import { today } from '../network/day';
import { fileName } from './files';
import { copyText, saveFile } from './send';
import { aboutOf } from './source';
import './share.css';

const Code = lazy(() => import('./Code').then((m) => m.Code));

/** What a printed page says about itself; on the screen it is not seen. */
function Printed({ title, at }: { title: string; at: string | undefined }) {
  const about = aboutOf(title, at);
  return <p class="printed">{about.title} · {about.date}<br />{about.source}<br />{about.address}</p>;
}

/** Keeps the menu whole in the window, above everything: below its button where there is room, else as near to it as there is. The sheet would cut it off. */
function useRoom(menu: { current: HTMLDetailsElement | null }, panel: { current: HTMLDivElement | null }) {
  const place = () => {
    const [from, what] = [menu.current?.querySelector('summary')?.getBoundingClientRect(), panel.current];
    if (!from || !what || !menu.current?.open) return;
    what.style.left = `${Math.max(8, Math.min(from.right - what.offsetWidth, innerWidth - what.offsetWidth - 8))}px`;
    what.style.top = `${Math.max(8, Math.min(from.bottom + 4, innerHeight - what.offsetHeight - 8))}px`;
  };
  useEffect(() => {
    const sized = new ResizeObserver(place);
    if (panel.current) sized.observe(panel.current);
    for (const moved of ['scroll', 'resize'] as const) addEventListener(moved, place, true);
    return () => { sized.disconnect(); for (const moved of ['scroll', 'resize'] as const) removeEventListener(moved, place, true); };
  }, []);
  return (open: boolean) => { if (open) panel.current?.showPopover?.(); else panel.current?.hidePopover?.(); place(); };
}

/** The menu closes with Escape, and when something else is shown; whoever closes it stands where it was opened. */
function useMenu() {
  const menu = useRef<HTMLDetailsElement>(null);
  const [coded, showCode] = useState(false);
  const close = () => { if (menu.current) menu.current.open = false; showCode(false); };
  useEffect(close, [route.value]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.current?.open) return;
      close();
      menu.current.querySelector('summary')?.focus();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return { menu, coded, showCode };
}

interface Props {
  title: string;
  at?: string | undefined;
  /** Draws what is shown as a picture; without it, the picture is of the map. */
  draw?: (() => Promise<Blob>) | undefined;
  /** What is handed on where the address of the page does not say all of it. */
  address?: Route | undefined;
}

/** Saves what is shown as a picture, and says where it went. */
async function savePicture({ title, at, draw }: Props): Promise<string> {
  try {
    const name = fileName(title, at ?? today(), 'png');
    saveFile(name, await (draw ? draw() : (await import('./mapPicture')).mapPicture(title, at)), 'image/png');
    return t('table.saved', { name });
  } catch {
    return t('share.noPicture');
  }
}

/** Hands on what is shown: its address, as a code to be photographed, with the device's own way of sharing, as a picture, or on paper. */
export function Share({ title, at, draw, address }: Props) {
  const { menu, coded, showCode } = useMenu();
  const panel = useRef<HTMLDivElement>(null);
  const show = useRoom(menu, panel);
  const [said, say] = useState('');
  const url = address === undefined ? location.href : new URL(writeAddress(address), location.href).href;
  const copy = async () => say(t(await copyText(url) ? 'share.copied' : 'share.notCopied'));
  const send = () => { navigator.share({ title, url }).catch(() => undefined); };
  return (
    <div class="share-place">
      <Printed title={title} at={at} />
      <details class="share" ref={menu} onToggle={({ currentTarget }) => { say(''); show(currentTarget.open); }}>
        <summary><Icon name="share" size={16} />{t('share.title')}</summary>
        <div class="share-menu" popover="manual" ref={panel}>
          <button type="button" class="plain" onClick={() => void copy()}><Icon name="copy" size={16} />{t('share.copy')}</button>
          <button type="button" class="plain" aria-expanded={coded} onClick={() => showCode(!coded)}><Icon name="coverage" size={16} />{t('share.code')}</button>
          {'share' in navigator && <button type="button" class="plain" onClick={send}><Icon name="share" size={16} />{t('share.send')}</button>}
          <button type="button" class="plain" onClick={() => { say(t('share.drawing')); void savePicture({ title, at, draw }).then(say); }}><Icon name="save" size={16} />{t('share.picture')}</button>
          <button type="button" class="plain" onClick={() => void printPage()}><Icon name="print" size={16} />{t('share.print')}</button>
          <p class="small quiet" role="status">{said}</p>
          {coded && <Code address={url} />}
        </div>
      </details>
    </div>
  );
}
