/** What each act on a record is called, and what it does: said before the button, in plain words. */
import type { Offer } from '../services/why-not.ts'

export interface ActWords {
  /** The link on the record's page, and the title of the act's own. */
  title: string
  /** What it does, in a sentence. */
  what: string
  /** The button that does it. */
  confirm: string
  /** Said when it is done. */
  done: string
  /** What the letter to the holder says. */
  letter: string
}

export const actWords: Record<Offer, ActWords> = {
  renew: {
    title: 'Renew',
    what: 'Four more years, after 32 contact hours, at least 4 of them in technology. The number and the link stay.',
    confirm: 'Renew it',
    done: 'Renewed.',
    letter: 'that it is renewed, and until when',
  },
  complete: {
    title: 'Make it a full certification',
    what: 'Takes “provisional” off, once a year of library work has been shown.',
    confirm: 'Make it a full certification',
    done: 'It is no longer provisional.',
    letter: 'that it is no longer provisional',
  },
  correct: {
    title: 'Correct a fact',
    what: 'A date, an area, an address. The number and the link stay.',
    confirm: '',
    done: 'Corrected.',
    letter: 'what was corrected',
  },
  name: {
    title: 'Change the name',
    what: 'On the same link, or with a new number and the old name out of sight.',
    confirm: 'Change the name',
    done: 'The name is changed.',
    letter: 'that the name is changed, and the link to use',
  },
  suspend: {
    title: 'Put it on hold',
    what: 'Outsiders read “on hold, not in force” until someone takes it off hold.',
    confirm: 'Put it on hold',
    done: 'It is on hold now.',
    letter: 'that it is on hold, and whom to ask',
  },
  reinstate: {
    title: 'Take it off hold',
    what: 'It is in force again, as far as its dates allow. Nothing public remains of the hold.',
    confirm: 'Take it off hold',
    done: 'It is off hold.',
    letter: 'that it is no longer on hold',
  },
  revoke: {
    title: 'Propose a withdrawal',
    what: 'Puts it on hold at once. A second person then makes the withdrawal final, or declines it.',
    confirm: 'Put it on hold and propose the withdrawal',
    done: 'It is on hold now. A second person has to make the withdrawal final.',
    letter: 'that it is on hold while the office decides, and whom to ask',
  },
  confirm: {
    title: 'Make the withdrawal final',
    what: 'Outsiders read “withdrawn, no longer in force”. Nobody can ever take that back.',
    confirm: 'Withdraw it for good',
    done: 'It is withdrawn, everywhere and for good.',
    letter: 'that it is withdrawn, and whom to ask',
  },
  decline: {
    title: 'Decline the withdrawal',
    what: 'It is not withdrawn. You choose whether the hold ends or goes on.',
    confirm: 'Decline the withdrawal',
    done: 'The withdrawal is declined.',
    letter: 'that it is not withdrawn, and whether the hold goes on',
  },
  remove: {
    title: 'Remove it at its holder’s request',
    what: 'Everything that says whose record it is goes, and nobody can bring it back. It is private at once; a second person makes the removal final.',
    confirm: 'Make it private and propose the removal',
    done: 'It is private now. A second person has to make the removal final.',
    letter: 'that it is about to be removed, and whom to call if that is not their wish',
  },
  'remove-now': {
    title: 'Make the removal final',
    what: 'Everything that says whose record it is goes. Nobody can ever bring it back.',
    confirm: 'Remove it for good',
    done: 'It is removed: nothing here says any more whose record it was.',
    letter: '',
  },
  keep: {
    title: 'Take the removal back',
    what: 'Nothing is removed. Whoever could see the record before can see it again.',
    confirm: 'Keep the record',
    done: 'The removal is taken back.',
    letter: 'that nothing was removed',
  },
}
