import { useEffect, useState } from 'preact/hooks';
import { focusWhenThere } from '../../ui/focus';
import { Text } from '../../ui/Fields';
import { Icon } from '../../ui/Icon';
import { FaultNote } from '../../ui/States';
import { locale, t } from '../../words';
import { goTo } from '../../ui/Outcome';
import { type Work, change, check, decide, take, work } from './work';
import { Working } from './Working';

/** The endings that a browser offers first; what a file is, its content says. */
const accepted = '.csv,.tsv,.txt,.xlsx,.xlsm,.json,.geojson,.zip';

function sizeOf(bytes: number): string {
  const [unit, value] = bytes < 1024 * 1024 ? (['kilobyte', Math.max(1, bytes / 1024)] as const) : (['megabyte', bytes / 1024 / 1024] as const);
  return new Intl.NumberFormat(locale(), { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 }).format(value);
}

/** Has the file checked, and goes where there is something to do. */
export async function checkAndGo() {
  const stop = await check();
  if (stop) requestAnimationFrame(() => goTo(stop));
}

/** A file that is dropped anywhere on the page is taken; otherwise the browser would open it in place of the page. */
function useDrop(): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const hasFile = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') === true;
    const drag = (event: DragEvent) => { if (hasFile(event)) { event.preventDefault(); setOver(true); } };
    const out = (event: DragEvent) => { if (event.relatedTarget === null) setOver(false); };
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) { take(file); focusWhenThere('import-source'); }
    };
    addEventListener('dragover', drag);
    addEventListener('dragleave', out);
    addEventListener('drop', drop);
    return () => { removeEventListener('dragover', drag); removeEventListener('dragleave', out); removeEventListener('drop', drop); };
  }, []);
  return over;
}

function Pick() {
  const { file } = work.value;
  const over = useDrop();
  const pick = (field: HTMLInputElement) => {
    const chosen = field.files?.[0];
    if (chosen) take(chosen);
    // The same file can be chosen again, once it was mended.
    field.value = '';
  };
  return (
    <div class={over ? 'drop over' : 'drop'}>
      <label class={file ? 'button' : 'button first'}>
        <input id="import-pick" type="file" class="hidden" accept={accepted} aria-describedby="import-kinds" onChange={(event) => pick(event.currentTarget)} />{t(file ? 'import.other' : 'import.pick')}
      </label>
      <p class="grow">{file ? <><b>{file.name}</b> <span class="quiet">{sizeOf(file.size)}</span></> : <span class="quiet">{t('import.drop')}</span>}</p>
    </div>
  );
}

/** What the server refused, where that was asked. */
export function Refused({ of, again }: { of: NonNullable<Work['doing']>; again: () => void }) {
  const { fault, faultOf } = work.value;
  return fault && faultOf === of ? <div id={`import-fault-${of}`} tabIndex={-1}><FaultNote answer={{ fault, again }} /></div> : null;
}

/** What went wrong before there was a plan, or in place of one. */
function Hitch() {
  const { hitch } = work.value;
  if (hitch) return <div class="note bad" role="alert" id="import-hitch" tabIndex={-1}><Icon name="warning" /><p class="grow">{t(`import.hitch.${hitch}`)}</p></div>;
  return <Refused of="check" again={() => void checkAndGo()} />;
}

/** The file, and what its source is called. */
export function FileStep() {
  const { file, plan, decisions, doing, fault } = work.value;
  const busy = doing === 'check';
  return (
    <section class="stack" aria-labelledby="import-file">
      <h2 id="import-file">{t('import.file')}</h2>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void checkAndGo(); }}>
        <Pick />
        <p class="small quiet" id="import-kinds">{t('import.kinds')}</p>
        {file && <Text id="import-source" label={t('import.source')} help={t('import.sourceHelp')} value={decisions.source} error={fault?.on('source')?.message} onInput={(source) => { change({ named: true }); decide((before) => ({ ...before, source })); }} />}
        <Hitch />
        {busy && <Working of="check" back="import-check" />}
        {!busy && <p class="row"><button type="submit" id="import-check" class={file && !plan ? 'button first' : 'button'} disabled={doing !== undefined}>{t(plan ? 'import.checkAgain' : 'import.check')}</button></p>}
      </form>
    </section>
  );
}
