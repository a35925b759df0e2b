import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../words';

interface Props<T> { all: T[]; step: number; children: (shown: T[]) => ComponentChildren }

/** So many at first, and as many more whenever it is asked for. */
export function Growing<T>({ all, step, children }: Props<T>) {
  const [count, grow] = useState(step);
  return (
    <>
      {children(all.slice(0, count))}
      {all.length > count && <p><button type="button" class="button" onClick={() => grow(count + step)}>{t('import.showMore', { count: Math.min(step, all.length - count) })}</button></p>}
    </>
  );
}
