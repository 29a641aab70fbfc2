/** The mail service that a deployment has, or not: Cloudflare's e-mail binding, behind one function. */
import type { Env } from './desk.ts'

export interface Outgoing {
  to: string
  /** What readers see as the sender, and whom their answers reach. */
  fromName: string
  replyTo: string
  subject: string
  text: string
}

/**
 * Hands one letter to the mail service. @returns its id there
 * @throws an Error with a `code` that says why not (the service's documentation lists them)
 */
export type Post = (letter: Outgoing) => Promise<{ messageId: string }>

/** Null without the binding EMAIL and the address MAIL_FROM: letters are then kept and not sent. */
export function postOf({ EMAIL, MAIL_FROM }: Pick<Env, 'EMAIL' | 'MAIL_FROM'>): Post | null {
  if (!EMAIL || !MAIL_FROM) return null
  return ({ to, fromName, replyTo, subject, text }) =>
    EMAIL.send({ to, from: { email: MAIL_FROM, name: fromName }, replyTo, subject, text })
}
