import { today } from '../../network/day';
import { t } from '../../words';
import { text } from '../editing/draft';
import { Group } from '../editing/Group';
import { type Inner, InnerChoice, InnerLine, InnerSeveral, deeper } from '../editing/inner';
import type { Editing } from '../editing/parts';
import { Rows } from '../editing/Rows';
import { consentOf } from './consent';
import { isCalled } from './phone';

const channels = ['phone', 'whatsapp', 'email', 'web', 'post'] as const;
const purposes = ['introduction', 'confirming_ties', 'publication'] as const;
const audiences = ['own', 'coordinators', 'signed_in', 'public'] as const;
const means = ['spoken', 'written', 'message'] as const;

/** Who allowed it, when, until when: the law asks for it of everything by which a person can be reached. */
function ConsentFields({ of }: { of: Inner }) {
  const consent = deeper(of, 'consent');
  const standing = consentOf(consent.value, today());
  return (
    <fieldset class="stack">
      <legend class="label">{t('field.consent')}</legend>
      <p class="small quiet">{t('help.consent')}</p>
      <InnerLine of={consent} name="givenBy" help={t('help.givenBy')} />
      <div class="choices">
        <InnerLine of={consent} name="given" type="date" />
        <InnerChoice of={consent} name="how" absent="" options={[{ value: '', label: t('form.none') }, ...means.map((m) => ({ value: m, label: t(`consentMeans.${m}`) }))]} />
        <InnerLine of={consent} name="until" type="date" />
        <InnerLine of={consent} name="withdrawn" type="date" />
      </div>
      {standing !== 'given' && <p class="note small" role="status">{t(`consent.${standing}`)}</p>}
    </fieldset>
  );
}

function Contact({ of }: { of: Inner }) {
  const called = isCalled(text(of.value['channel']) || 'phone');
  return (
    <>
      <InnerChoice of={of} name="channel" absent="phone" options={channels.map((c) => ({ value: c, label: t(`channel.${c}`) }))} />
      <InnerLine of={of} name="value" required {...(called ? { type: 'tel', help: t('help.phone') } : {})} />
      <InnerLine of={of} name="name" />
      <InnerLine of={of} name="role" help={t('help.role')} />
      <ConsentFields of={of} />
      <InnerSeveral of={of} name="purposes" options={purposes.map((p) => ({ value: p, label: t(`contactPurpose.${p}`) }))} help={t('help.purposes')} />
      <InnerLine of={of} name="purpose" help={t('help.contactPurpose')} />
      <InnerChoice of={of} name="audience" absent="own" options={audiences.map((a) => ({ value: a, label: t(`audience.${a}`) }))} help={t('help.contactAudience')} />
    </>
  );
}

/** How to reach an organization. Whoever else than itself and the stewards is to see it sees it by the consent that stands beside it. */
export function ContactFields({ edit }: { edit: Editing }) {
  return (
    <Group title={t('contact.group')} fields={['contacts']} edit={edit}>
      <Rows field="contacts" edit={edit} what={t('contact.one')} help={t('help.contacts')} add={t('contact.add')} remove={(count) => t('contact.remove', { count })} first="value">
        {(row) => <Contact of={row} />}
      </Rows>
    </Group>
  );
}
