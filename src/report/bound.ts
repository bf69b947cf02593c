import type { Audit } from '../model/audit.ts'
import type { Speaker } from './words/say.ts'

/** Only an SBOM shows what software is bound to: a list alone says nothing about it. */
export const showsServices = ({ shares }: Pick<Audit, 'shares'>): boolean => shares.some(({ basis }) => basis === 'components')

/** What is said where no bound service is found. */
export const noServiceText = ({ say }: Pick<Speaker, 'say'>, audit: Pick<Audit, 'shares'>): string =>
  say(showsServices(audit) ? 'bound.none' : 'bound.unseen')
