import { render } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { useAnswer, waiting } from './asking';
import { revision } from './state';

const place = document.createElement('div');
const tick = () => new Promise((done) => setTimeout(done, 20));
const question = vi.fn<() => Promise<{ names: string[] }>>();
let drawn = 0;

function Asks({ of }: { of: string }) {
  drawn += 1;
  return <p>{useAnswer(of, question).data?.names.join()}</p>;
}
const again = async () => { drawn = 0; revision.value += 1; await tick(); };

afterEach(() => { render(null, place); question.mockReset(); drawn = 0; });

it('a question that is asked again and answered the same draws nothing', async () => {
  question.mockImplementation(async () => ({ names: ['Batik', 'Lurik'] }));
  render(<Asks of="names" />, place);
  await vi.waitFor(() => expect(place.textContent).toBe('Batik,Lurik'));
  await tick();
  await again();
  expect(question).toHaveBeenCalledTimes(2);
  expect(drawn).toBe(0);
  expect(waiting.value).toBe(0);
});

it('what is new is drawn, once', async () => {
  question.mockResolvedValueOnce({ names: ['Batik'] }).mockResolvedValueOnce({ names: ['Batik', 'Lurik'] });
  render(<Asks of="names" />, place);
  await vi.waitFor(() => expect(place.textContent).toBe('Batik'));
  await tick();
  await again();
  expect(place.textContent).toBe('Batik,Lurik');
  expect(drawn).toBe(1);
  expect(waiting.value).toBe(0);
});

it('another question is asked at once, and who is gone asks nothing', async () => {
  question.mockImplementation(async () => ({ names: ['Batik'] }));
  render(<Asks of="names" />, place);
  await tick();
  render(<Asks of="others" />, place);
  await tick();
  expect(question).toHaveBeenCalledTimes(2);
  render(null, place);
  await tick();
  await again();
  expect(question).toHaveBeenCalledTimes(2);
  expect(waiting.value).toBe(0);
});
