import type { Trx } from '../../platform/database/scope.ts'
import type { Mailer } from '../../platform/mail/mail.ts'
import { amsterdamDay, formatDay } from '../../platform/text/days.ts'
import type { Locale } from '../../platform/text/dictionary.ts'
import { firstName, ownerNames } from './action.ts'
import type { Colleague } from './cards.ts'
import { type Agreed, type AgreedAction, isOwner } from './session-agreed.ts'
import { sessionText } from './text.session.ts'

export interface AgreedMail {
  readonly locale: Locale
  readonly reader: Colleague
  readonly team: readonly Colleague[]
  readonly teamName: string
  readonly agreed: Agreed
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly byClock: boolean
  /** Addresses of the page with everything, and of the page about the calendar. */
  readonly summaryUrl: string
  readonly calendarUrl: string
}

/** The letter to one member of the team after a session: what they do, what others do, where the rest is. */
export function writeAgreedMail(mail: AgreedMail): { readonly subject: string; readonly text: string } {
  const { locale, reader, team, teamName, agreed, day, byClock, summaryUrl, calendarUrl } = mail
  const words = sessionText(locale).mail
  const yours = agreed.actions.filter((action) => isOwner(action, reader.id))
  const others = agreed.actions.filter((action) => !isOwner(action, reader.id))
  const parts = [
    words.hello(firstName(reader.name)),
    byClock ? words.byClock : '',
    yours.length === 0
      ? words.nothingYours
      : listed(
          words.yours,
          yours.map((action) => line(locale, action, '')),
        ),
    others.length === 0
      ? ''
      : listed(
          words.others,
          others.map((action) => line(locale, action, ownerNames(action, team).join(', '))),
        ),
    agreed.plans.length === 0
      ? ''
      : listed(
          words.plans,
          agreed.plans.map((plan) => plan.description),
        ),
    `${words.all}\n${summaryUrl}`,
    `${words.calendar}\n${calendarUrl}`,
    words.bye,
  ]
  return {
    subject: words.subject(teamName, formatDay(locale, day, 'spoken')),
    text: parts.filter((part) => part !== '').join('\n\n'),
  }
}

const listed = (head: string, lines: readonly string[]): string =>
  [head, ...lines.map((each) => `- ${each}`)].join('\n')

/** 'Stappenkaart hangen (Jan, Farida), vr 28 nov'. */
function line(locale: Locale, { description, dueOn }: AgreedAction, who: string): string {
  const named = who === '' ? description : `${description} (${who})`
  return dueOn === null ? named : `${named}, ${formatDay(locale, dueOn, 'weekday')}`
}

export interface SessionMailing {
  readonly organisationId: string
  readonly organisationSlug: string
  readonly boardId: string
  readonly sessionId: string
  readonly agreed: Agreed
  readonly byClock: boolean
  readonly now: Date
  readonly origin: string
}

/** Sends everybody of the team what was agreed, in their own language, in the transaction that ends the session. */
export async function mailAgreed(trx: Trx, mailer: Mailer, mailing: SessionMailing): Promise<void> {
  const { organisationId, organisationSlug, boardId, sessionId, agreed, byClock, now, origin } = mailing
  const people = await trx
    .selectFrom('boards')
    .innerJoin('teams', (join) =>
      join.onRef('teams.organisation_id', '=', 'boards.organisation_id').onRef('teams.id', '=', 'boards.team_id'),
    )
    .innerJoin('team_members', (join) =>
      join
        .onRef('team_members.organisation_id', '=', 'boards.organisation_id')
        .onRef('team_members.team_id', '=', 'boards.team_id'),
    )
    .innerJoin('users', 'users.id', 'team_members.user_id')
    .select(['users.id', 'users.name', 'users.email', 'users.locale', 'teams.name as teamName'])
    .where('boards.organisation_id', '=', organisationId)
    .where('boards.id', '=', boardId)
    .orderBy('users.name')
    .execute()
  for (const reader of people) {
    const locale = reader.locale ?? 'nl'
    const letter = writeAgreedMail({
      locale,
      reader,
      team: people,
      teamName: reader.teamName,
      agreed,
      day: amsterdamDay(now),
      byClock,
      summaryUrl: `${origin}/s/${organisationSlug}/boards/${boardId}/sessions/${sessionId}`,
      calendarUrl: `${origin}/s/${organisationSlug}/calendar`,
    })
    await mailer.send(trx, { to: reader.email, locale, ...letter })
  }
}
