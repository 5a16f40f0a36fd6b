import type { Trx } from '../../../platform/database/scope.ts'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import { historyOf } from '../../../platform/journal/journal-store.ts'
import { Alert, ErrorSummary, PageHead, Zone } from '../../../platform/ui/index.ts'
import { anyMemberOrGuest } from '../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/page.tsx'
import { refuse } from '../../../platform/web/refuse.tsx'
import { emptyForm, type FilledForm } from '../../../platform/web/refuse-form.ts'
import type { Route } from '../../../platform/web/route.ts'
import { boardPath, cardPath } from '../board.ts'
import { findBoard, type OpenBoard } from '../board-store.ts'
import type { OnPage } from '../card-queries.ts'
import { type CardPlace, nounOf } from '../edit-card.ts'
import { lookUpNames } from '../history-names.ts'
import { cardsText } from '../text.cards.ts'
import { historyText } from '../text.history.ts'
import { loadZoneProps } from '../zone-props.ts'
import type { ZoneProps } from '../zone-view.ts'
import { boardWriters, idIn } from './board-form.ts'
import { HistoryList } from './history-list.tsx'
import { RemoveCard } from './remove-card.tsx'

type Table = 'goals' | 'actions' | 'successes' | 'plans'

/** Shows the page; `filled` is the form that came back, and `form` which one of the page it is. */
export type ShowPage = (c: WebContext, open: OpenBoard, filled: FilledForm, form?: string) => Promise<Response>

export interface CardProps<Card, More> {
  readonly zone: ZoneProps
  readonly card: Card
  readonly more: More
  readonly writes: boolean
  /** Of this card: where its own forms post to. */
  readonly path: string
  /** A form of the page as it came back; untouched where it is another one that did. */
  readonly filledOf: (form: string) => FilledForm
}

interface CardPage<Card, More> {
  readonly table: Table
  readonly find: (trx: Trx, place: CardPlace, id: string) => Promise<Card | null>
  /** What this page shows besides the card. */
  readonly more: (trx: Trx, place: CardPlace, card: Card, c: WebContext) => Promise<More>
  readonly title: (card: Card) => string
  readonly body: (props: CardProps<Card, More>) => Html
}

/** The page of one card: what it says, its forms, and its history with who and when. Pupils don't come here. */
export function cardPage<Card extends OnPage, More>(
  spec: CardPage<Card, More>,
): {
  readonly route: Route
  readonly show: ShowPage
} {
  const noun = nounOf[spec.table]
  const show: ShowPage = async (c, open, filled, form = noun) => {
    const organisation = organisationOf(c)
    const { locale, now } = c.var
    const place: CardPlace = { organisationId: organisation.id, boardId: open.board.id }
    const id = idIn(c, noun)
    const found = await withinScope(c, async (trx) => {
      const card = await spec.find(trx, place, id)
      if (card === null) return null
      const zone = await loadZoneProps(trx, { ...open, organisation, locale, view: 'desk', zones: ['goals'], now })
      const history = (await historyOf(trx, organisation.id, `${noun}:${id}`)).toReversed()
      const names = await lookUpNames(trx, organisation.id, history)
      return { card, zone, history, names, more: await spec.more(trx, place, card, c) }
    })
    if (found === null) return refuse(c, 'not-found', { detail: cardsText(locale).gone })
    const { card, zone, history, names, more } = found
    const words = cardsText(locale)
    const writes = open.audience === 'writes' && card.removedAt === null
    const path = cardPath(zone.path, spec.table, id)
    const filledOf = (name: string) => (name === form ? filled : emptyForm)
    return page(c, {
      title: spec.title(card),
      body: (
        <div class="stack">
          <PageHead over={<a href={`${zone.path}#${noun}-${id}`}>{words.back}</a>} title={words.nouns[spec.table]} />
          <Problems locale={locale} filled={filled} form={form} />
          {card.removedAt !== null && <Alert kind="info">{words.removed}</Alert>}
          <div class="halves">
            <div class="stack">
              {spec.body({ zone, card, more, writes, path, filledOf })}
              {open.audience === 'writes' && (
                <RemoveCard locale={locale} path={zone.path} card={`${noun}:${id}`} removed={card.removedAt !== null} />
              )}
            </div>
            <Zone title={historyText(locale).title} tone="plain">
              <HistoryList locale={locale} entries={history} names={names} />
            </Zone>
          </div>
        </div>
      ),
    })
  }
  return {
    show,
    route: {
      method: 'GET',
      path: `/s/:organisation/boards/:board/${spec.table}/:${noun}`,
      access: anyMemberOrGuest('session'),
      handle: async (c) => {
        const open = await withinScope(c, (trx) => findBoard(trx, c.var.visit, c.req.param('board') ?? ''))
        return open === null ? refuse(c, 'not-found') : show(c, open, emptyForm)
      },
    },
  }
}

interface NewCardPage {
  readonly table: Table
  readonly form: (zone: ZoneProps, filled: FilledForm, c: WebContext) => Html | Promise<Html>
}

/** The form for a new card on a page of its own: for who has no script, and for a form that came back. */
export function newCardPage({ table, form }: NewCardPage): { readonly route: Route; readonly show: ShowPage } {
  const noun = nounOf[table]
  const show: ShowPage = async (c, open, filled) => {
    const organisation = organisationOf(c)
    const { locale, now } = c.var
    const zone = await withinScope(c, (trx) =>
      loadZoneProps(trx, { ...open, organisation, locale, view: 'desk', zones: ['goals'], now }),
    )
    const words = cardsText(locale)
    return page(c, {
      title: words.fresh[table],
      width: 'narrow',
      body: (
        <div class="stack">
          <PageHead
            over={<a href={boardPath(organisation.slug, open.board.id)}>{words.back}</a>}
            title={words.fresh[table]}
          />
          <Problems locale={locale} filled={filled} form={noun} />
          {await form(zone, filled, c)}
        </div>
      ),
    })
  }
  return {
    show,
    route: {
      method: 'GET',
      path: `/s/:organisation/boards/:board/${table}/new`,
      access: boardWriters,
      handle: async (c) => {
        const open = await withinScope(c, (trx) => findBoard(trx, c.var.visit, c.req.param('board') ?? ''))
        return open === null || open.audience === 'reads' ? refuse(c, 'not-found') : show(c, open, emptyForm)
      },
    },
  }
}

function Problems({
  locale,
  filled,
  form,
}: {
  readonly locale: ZoneProps['locale']
  readonly filled: FilledForm
  readonly form: string
}): Html {
  const problems = Object.entries(filled.errors).map(([name, message]) => ({ field: `${form}-${name}`, message }))
  return <ErrorSummary title={cardsText(locale).problems} problems={problems} />
}
