import { type Server as Listener, type Socket, connect, createServer } from 'node:net';

/** A wire between browsers and the server that can be cut: every byte goes through until somebody cuts. */
export class Wire {
  private readonly open = new Set<Socket>();
  private broken = false;

  private constructor(private readonly listener: Listener, readonly url: string) {}

  static async to(server: string): Promise<Wire> {
    const { port } = new URL(server);
    let wire: Wire | undefined;
    const listener = createServer((near) => wire?.join(near, connect(Number(port), 'localhost')));
    await new Promise<void>((done) => { listener.listen(0, '127.0.0.1', done); });
    const address = listener.address();
    wire = new Wire(listener, `http://localhost:${typeof address === 'object' && address ? address.port : 0}`);
    return wire;
  }

  /** Cuts every connection, and lets none through until it is mended. */
  cut() {
    this.broken = true;
    for (const socket of this.open) socket.destroy();
  }

  mend() { this.broken = false; }

  close() {
    this.cut();
    this.listener.close();
  }

  private join(near: Socket, far: Socket) {
    if (this.broken) { near.destroy(); far.destroy(); return; }
    for (const [one, other] of [[near, far], [far, near]] as const) {
      this.open.add(one);
      one.on('error', () => other.destroy()).on('close', () => { this.open.delete(one); other.destroy(); }).pipe(other);
    }
  }
}
