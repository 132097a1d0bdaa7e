import { existsSync } from 'node:fs';
import { releaseOutage } from './hang.ts';
import type { Outage } from './outage.ts';

/** How often the switch is looked at, in milliseconds. */
const stepMs = 50;

/** Follows an outage that is turned on and off from outside: cuts what is open, and later lets go of what hangs. */
export function followSwitch(outage: Outage, file: string, cutOpen: () => void): void {
  let wasOn = false;
  const timer = setInterval(() => {
    const isOn = existsSync(file);
    if (isOn && !wasOn) cutOpen();
    if (!isOn && wasOn) releaseOutage(outage);
    wasOn = isOn;
    if (Date.now() > outage.until) clearInterval(timer);
  }, stepMs);
  timer.unref();
}
