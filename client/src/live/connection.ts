import { HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { signal } from '@preact/signals';
import { me, revision, spoken } from '../network/state';
import { language, t } from '../words';
import { freshTiles, pulses } from './fresh';
import { type Gathered, type LiveMessage, backOff, following, gather, nothing, outdates, placesOf } from './messages';
import { beginning } from './start';

export type Connection = { state: 'starting' | 'following' | 'lost' | 'catching'; since?: string };
export const connection = signal<Connection>({ state: 'starting' });
export const gathered = signal<Gathered>(nothing);

let cursor: string | undefined;
let failures = 0;
let hub: HubConnection | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let quiet: ReturnType<typeof setTimeout> | undefined;
let soon: ReturnType<typeof setTimeout> | undefined;
/** The server beats its heart every 15 s; three missed beats are a lost connection. */
const patience = 45_000;

/** Everything on the screen is asked again a moment after a change, once for many changes that arrive together. */
function refresh() {
  clearTimeout(soon);
  soon = setTimeout(() => { revision.value += 1; freshTiles.value = cursor ?? String(Date.now()); }, 40);
}

function hear(message: LiveMessage) {
  if (outdates(message, cursor)) refresh();
  cursor = message.cursor;
  clearTimeout(quiet);
  quiet = setTimeout(() => void hub?.stop(), patience);
  if (message.type === 'changes') {
    pulses.value = placesOf(message.items);
    if (message.by !== me.value.account || message.by === undefined) gathered.value = gather(gathered.value, message);
  } else if (message.type === 'behind') { follow(); return; }
  if (connection.value.state !== 'following') {
    failures = 0;
    if (connection.value.since) spoken.value = t('live.back');
    connection.value = { state: 'following' };
  }
}

let running: { dispose: () => void } | undefined;

/** One stream of everything, from where the last one ended. */
function follow() {
  running?.dispose();
  const current = hub;
  running = current?.stream<LiveMessage>('Follow', following(cursor, language.value)).subscribe({
    next: hear,
    error: () => { if (current === hub) lose(); },
    complete: () => { if (current === hub) lose(); },
  });
}

/** Says that the connection is lost and tries again later, each time a little later. */
function lose() {
  clearTimeout(quiet);
  const before = connection.value;
  connection.value = { state: 'lost', since: before.since ?? new Date().toISOString() };
  const old = hub;
  hub = undefined;
  void old?.stop();
  clearTimeout(timer);
  timer = setTimeout(() => void connect(), backOff(failures, Math.random()));
  failures += 1;
}

async function connect() {
  clearTimeout(timer);
  const { since } = connection.value;
  if (since) connection.value = { state: 'catching', since };
  const made = new HubConnectionBuilder().withUrl('/live').configureLogging(LogLevel.None).build();
  hub = made;
  made.onclose(() => { if (made === hub) lose(); });
  try {
    await made.start();
    cursor ??= await beginning();
    follow();
  } catch {
    if (made === hub) lose();
  }
}

/** Follows the network for as long as the page is open; comes back at once when the device is online again. */
export function followNetwork() {
  void connect();
  addEventListener('online', () => { if (connection.value.state === 'lost') { failures = 0; void connect(); } });
  addEventListener('offline', () => { if (hub) lose(); });
}
