import { useState } from 'preact/hooks';
import { Select } from '../../ui/Fields';
import { named, t } from '../../words';
import { RegionPicker, optionsOf } from '../search/pick';
import { CheckAgain } from './CheckAgain';
import { Choices } from './Choices';
import { answer, answerTerm, termKey } from './decisions';
import { levelOf } from './plan';
import { Growing } from './Growing';
import type { NamedRegion, Plan, RegionQuestion, TermQuestion } from './shapes';
import { change, decide, work } from './work';

const [other, aside] = ['other', 'aside'] as const;

function Candidate({ region: { code, name, within } }: { region: NamedRegion }) {
  return <>{name}<span class="small quiet block">{within ? t('import.regionWithin', { level: t(`region.${levelOf(code)}`), within, code }) : t('import.regionIs', { level: t(`region.${levelOf(code)}`), code })}</span></>;
}

/** Which region a text means: one of those that it may, another one, or none. */
function RegionDoubt({ question: { text, rows, candidates }, id }: { question: RegionQuestion; id: string }) {
  const decided = work.value.decisions.regions[text];
  const isOther = decided !== undefined && decided !== '' && !candidates.some(({ code }) => code === decided);
  const [seeks, seek] = useState(candidates.length === 0);
  const set = (code: string | undefined) => decide((before) => answer(before, 'regions', text, code));
  const choose = (value: string) => {
    seek(value === other);
    set(value === other ? undefined : value === aside ? '' : value);
  };
  const looksUp = seeks || isOther;
  return (
    <Choices name={id} legend={<>{t('import.regionAsk', { text })} <span class="small quiet">{t('import.inRows', { rows })}</span></>} onChange={choose}
      value={decided === '' ? aside : looksUp ? other : decided}
      options={[...candidates.map((region) => ({ value: region.code, label: <Candidate region={region} /> })), { value: other, label: t(candidates.length > 0 ? 'import.regionOther' : 'import.regionFind') }, { value: aside, label: t('import.regionAside', { rows }) }]}>
      {looksUp && decided !== '' && <RegionPicker id={`${id}-pick`} label={t('import.regionName')} text={isOther ? work.value.names[decided] ?? decided : ''} onChoose={(code, name) => { change({ names: { ...work.peek().names, [code]: name } }); set(code); }} />}
    </Choices>
  );
}

/** What a text that is no term means: a term, or nothing. */
function TermDoubt({ question, id, plan }: { question: TermQuestion; id: string; plan: Plan }) {
  const { taxonomy, text, rows } = question;
  const decided = work.value.decisions.terms[termKey(taxonomy, text)];
  const label = text === '' ? t('import.termForAll', { what: named('taxonomy', taxonomy) }) : t('import.termAsk', { text });
  const set = (value: string) => decide((before) => answerTerm(before, plan.tables, question, value === '' ? undefined : value === aside ? '' : value));
  const options = optionsOf(taxonomy);
  return (
    <Select id={id} label={label} help={text === '' ? t('import.inRows', { rows }) : t('import.termHelp', { what: named('taxonomy', taxonomy), rows })} any={t('form.none')} value={decided === '' ? aside : decided ?? ''}
      options={text === '' ? options : [...options, { value: aside, label: t('import.termAside') }]} onChange={set} />
  );
}

function Regions({ questions, id }: { questions: RegionQuestion[]; id: string }) {
  return <Growing all={questions} step={10}>{(shown) => shown.map((question, index) => <RegionDoubt key={question.text} question={question} id={`${id}-${index}`} />)}</Growing>;
}

function Terms({ questions, id, plan }: { questions: TermQuestion[]; id: string; plan: Plan }) {
  return <Growing all={questions} step={20}>{(shown) => shown.map((question, index) => <TermDoubt key={termKey(question.taxonomy, question.text)} question={question} id={`${id}-${index}`} plan={plan} />)}</Growing>;
}

/** What nobody but a person can say, each asked once however many rows it is in; what was answered before can still be answered otherwise. */
export function QuestionsStep({ plan }: { plan: Plan }) {
  const { regions, terms } = plan.questions;
  const { asked } = work.value;
  const answered = asked.regions.length + asked.terms.length;
  if (regions.length + terms.length + answered === 0) return null;
  return (
    <section class="stack" aria-labelledby="import-questions">
      <h2 id="import-questions" tabIndex={-1}>{t('import.questions')}</h2>
      {regions.length + terms.length > 0 ? <p class="small quiet">{t('import.questionsHelp')}</p> : <p class="small quiet">{t('import.questionsDone')}</p>}
      {regions.length > 0 && <h3>{t('import.regions')}</h3>}
      <Regions questions={regions} id="region" />
      {terms.length > 0 && <h3>{t('import.terms')}</h3>}
      <Terms questions={terms} id="term" plan={plan} />
      {answered > 0 && (
        <details>
          <summary>{t('import.answered', { count: answered })}</summary>
          <div class="stack"><Regions questions={asked.regions} id="region-before" /><Terms questions={asked.terms} id="term-before" plan={plan} /></div>
        </details>
      )}
      <CheckAgain of={['regions', 'terms', 'tables']} />
    </section>
  );
}
