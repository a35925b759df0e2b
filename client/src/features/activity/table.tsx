import type { Changeset } from '../../api/answers';
import { authorOf } from '../../network/author';
import { to } from '../../network/route';
import { Table } from '../../taking/Table';
import { Link } from '../../ui/Link';
import { moment, t, withOffset } from '../../words';
import { whatOf } from './what';

/** The log as rows, newest first until it is sorted. */
export function ChangesTable({ changes }: { changes: Changeset[] }) {
  return (
    <Table
      title={t('activity.title')} rows={changes} keyOf={(c) => c.id}
      columns={[
        { key: 'apa', label: t('table.what'), value: (c) => c.summary, show: (c) => <Link to={to('changeset', c.id)}>{c.summary}</Link> },
        { key: 'isi', label: t('table.parts'), value: whatOf },
        { key: 'waktu', label: t('table.when'), value: (c) => withOffset(c.at), show: (c) => moment(c.at) },
        { key: 'oleh', label: t('table.who'), value: (c) => (c.by ? authorOf(c.by, c.right) : undefined) },
        { key: 'mengapa', label: t('table.reason'), value: (c) => c.reason },
      ]}
    />
  );
}
