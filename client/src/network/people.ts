import { signal } from '@preact/signals';
import { people } from '../api/questions';
import type { Person } from '../api/shapes';
import { following } from './following';
import { me } from './state';

/** Who the accounts are that whoever looks is told of; nothing before anybody asked. */
const told = signal<{ by: string | undefined; items: Person[] } | undefined>(undefined);

/** Rights that are given bring people. Until there is an answer, and without one, accounts have no names. */
const follow = following(() => me.value.account, () => people(), (answer, by) => { told.value = answer && { by, items: answer.items }; });

/** All of them, for a list to choose from; undefined until they are known. */
export function peopleTold(): Person[] | undefined {
  follow();
  return told.value?.by === me.value.account ? told.value?.items : undefined;
}

/** What the holder of an account calls herself; undefined when nobody knows, or may know. */
export const personName = (account: string): string | undefined => peopleTold()?.find((person) => person.account === account)?.name;
