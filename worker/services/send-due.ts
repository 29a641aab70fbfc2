/** Does at once, because a person asks, what the rounds do every few minutes: reminders, then everything that is due. */
import type { Desk } from '../desk.ts'
import { appendDeed } from '../store/audit.ts'
import { type Delivered, deliver } from './deliver.ts'
import { remind } from './remind.ts'

export interface SentDue extends Delivered {
  reminders: number
}

/** Two at once are harmless: every letter and every reminder is only ever one run's. */
export async function sendDue(desk: Desk, actor: string): Promise<SentDue> {
  const done = { reminders: await remind(desk), ...(await deliver(desk)) }
  await appendDeed(
    desk.db,
    { actor, act: 'sent-due-mail', detail: { ...done } },
    desk.now().toISOString(),
  ).run()
  return done
}
