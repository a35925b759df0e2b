import { HubConnectionBuilder, LogLevel, type HubConnection } from '@microsoft/signalr';
import { signal } from '@preact/signals';
import { preview } from '../api/preview';
import { oldest } from '../network/age';
import { waiting } from '../network/asking';
import { me, reached, revision, spoken } from '../network/state';
import { language, t } from '../words';
import { freshTiles, pulses } from './fresh';
import { type Changes, type Gathered, type LiveMessage, backOff, following, gather, nothing, outdates, placesOf } from './messages';
import { paced, silence } from './pace';
import { beginning } from './start';

export type Connection = { state: 'starting' | 'following' | 'lost' | 'catching'; since?: string };
export const connection = signal<Connection>({ state: 'starting' });
export const gathered = signal<Gathered>(nothing);
/** The line to the server while it stands, for whoever hears something else over it. */
export const line = signal<HubConnection | undefined>();

let cursor: string | undefined;
let failures = 0;
let hub: HubConnection | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
/** The server beats its heart every 15 s; three missed beats are a lost connection. */
const quiet = silence(() => void hub?.stop(), 45_000);
const mostPulses = 100;

/** Everything on the screen is asked again a moment after a change, once for many changes that arrive together, and not before the last answers are there. */
const askAgain = paced(() => { revision.value += 1; }, { soon: 40, rest: 1000, patience: 10_000 }, () => waiting.value > 0);
/** All tiles in view are fetched again, which is much to fetch on a bad line. */
const drawAgain = paced(() => { freshTiles.value = cursor ?? String(Date.now()); }, { soon: 40, rest: 3000, patience: 0 });

let heard: Changes[] = [];
/** What changed is told and shown on the map ten times a second at most, however fast it comes: five hundred changes in a second are one line and one drawing. */
const tell = paced(() => {
  const [changes, own] = [heard, me.value.account];
  heard = [];
  pulses.value = changes.flatMap((change) => placesOf(change.items)).slice(-mostPulses);
  gathered.value = changes.filter(({ by }) => by === undefined || by !== own).reduce(gather, gathered.value);
}, { soon: 40, rest: 100, patience: 0 });

function hear(message: LiveMessage) {
  // What the device had kept, or could not be asked while there was no connection, is asked again as soon as there is one.
  const back = connection.peek().state !== 'following' && connection.peek().since !== undefined;
  if (back || outdates(message, cursor) || oldest.peek() !== undefined) { askAgain(); drawAgain(); }
  cursor = message.cursor;
  quiet.heard();
  if (message.type === 'changes') {
    heard.push(message);
    tell();
  } else if (message.type === 'behind') { follow(); return; }
  if (connection.value.state !== 'following') {
    failures = 0;
    if (connection.value.since) spoken.value = t('live.back');
    connection.value = { state: 'following' };
    reached.value += 1;
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
  quiet.stop();
  const before = connection.value;
  connection.value = { state: 'lost', since: before.since ?? new Date().toISOString() };
  const old = hub;
  hub = line.value = undefined;
  void old?.stop();
  clearTimeout(timer);
  timer = setTimeout(() => void connect(), backOff(failures, Math.random()));
  failures += 1;
}

async function connect() {
  clearTimeout(timer);
  const { since } = connection.value;
  if (since) connection.value = { state: 'catching', since };
  const made = new HubConnectionBuilder().withUrl(preview === undefined ? '/live' : `/live?preview=${encodeURIComponent(preview)}`).configureLogging(LogLevel.None).build();
  hub = made;
  made.onclose(() => { if (made === hub) lose(); });
  try {
    await made.start();
    line.value = made;
    cursor ??= await beginning();
    follow();
  } catch {
    if (made === hub) lose();
  }
}

/** Follows the network for as long as the page is open; comes back at once when the device is online again. */
export function followNetwork() {
  void connect();
  addEventListener('online', () => { askAgain(); if (connection.value.state === 'lost') { failures = 0; void connect(); } });
  addEventListener('offline', () => { if (hub) lose(); });
}
