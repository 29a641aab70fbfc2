/** What is done every few minutes, whether anyone asks or not. */
import type { Desk } from '../desk.ts'
import { deliver } from './deliver.ts'
import { eraseAgain } from './erase.ts'
import { warmLists } from './publish.ts'
import { remind } from './remind.ts'
import { removeDue } from './remove.ts'

/** One that fails never stops the others. */
export async function makeRounds(desk: Desk): Promise<void> {
  for (const errand of [eraseAgain, removeDue, warmLists, remind, deliver]) {
    try {
      await errand(desk)
    } catch (error) {
      console.error(error)
    }
  }
}
