import { useEffect, useState } from 'preact/hooks';
import { today } from './day';

/** The day it is, also for a page that stays open over midnight. */
export function useDay(): string {
  const [day, setDay] = useState(today);
  useEffect(() => {
    const timer = setInterval(() => setDay(today()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return day;
}
