import { z } from 'zod'
import { Button, ButtonLink, PageHead, RadioField } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { readForm } from '../../../../platform/web/form.ts'
import { page } from '../../../../platform/web/page.tsx'
import { refuse } from '../../../../platform/web/refuse.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { endsOf, indicatorsOf, sayIn } from '../instrument.ts'
import { findInstrument, instrumentsOf } from '../instrument-store.ts'
import { ownInstrumentKey } from '../own-instrument.ts'
import { ownScoresOf, writeScores } from '../score-store.ts'
import { mayScore } from '../seen-store.ts'
import { seenText } from '../text.seen.ts'
import { seenPath } from '../visit.ts'
import { NeverAppraisal } from './never-appraisal.tsx'
import { type OpenSeen, visitMembers, withSeen } from './visit-write.ts'

const path = '/s/:organisation/visits/:visit/seen/scores'
const notSeen = 'none'

/** Who came fills in an instrument; only for a visit that was held. */
export const scoringRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    access: visitMembers,
    handle: (c) => withSeen(c, ['visitor'], (open) => (mayScore(open.seen) ? showScoring(c, open) : tooLate(c))),
  },
  { method: 'POST', path, access: visitMembers, handle: (c) => withSeen(c, ['visitor'], (open) => save(c, open)) },
]

async function save(c: WebContext, { visit, key }: OpenSeen): Promise<Response> {
  const read = await readForm(c, z.looseObject({ instrument: z.string().max(60) }))
  if (!read.ok) return refuse(c, 'not-found')
  const { instrument: chosen } = read.value
  const instrument = await withinScope(c, (trx) => findInstrument(trx, key.organisationId, chosen))
  if (instrument === null) return refuse(c, 'not-found')
  const { lowest, highest } = endsOf(instrument)
  const scores = new Map<string, number>()
  for (const id of indicatorsOf(instrument).keys()) {
    const given = Number(read.submission.values[`score.${id}`] ?? Number.NaN)
    if (Number.isInteger(given) && given >= lowest && given <= highest) scores.set(id, given)
  }
  const written = await withinScope(c, (trx) => writeScores(trx, key, { instrument: chosen, scores }))
  if (!written) return tooLate(c)
  return c.redirect(seenPath(organisationOf(c).slug, visit.id), 303)
}

/** What was scored is the receiver's now. */
function tooLate(c: WebContext): Response {
  return refuse(c, 'not-yours', { detail: seenText(c.var.locale).scoring.tooLate })
}

async function showScoring(c: WebContext, { visit, key, seen }: OpenSeen): Promise<Response> {
  const { locale } = c.var
  const words = seenText(locale).scoring
  const here = `${seenPath(organisationOf(c).slug, visit.id)}/scores`
  const { all, given } = await withinScope(c, async (trx) => ({
    all: await instrumentsOf(trx, key.organisationId),
    given: await ownScoresOf(trx, key),
  }))
  const wanted = c.req.query('instrument') ?? seen.instrument ?? ownInstrumentKey
  const chosen = all.find((each) => each.key === wanted) ?? all[0]
  if (chosen === undefined) return refuse(c, 'not-found')
  const { instrument } = chosen
  const options = [
    ...instrument.scale.map(({ score, label }) => ({
      value: String(score),
      label: `${score} · ${sayIn(locale, label)}`,
    })),
    { value: notSeen, label: words.notSeen },
  ]
  return page(c, {
    title: words.title,
    width: 'narrow',
    kept: false,
    body: (
      <div class="stack tone-visit">
        <PageHead over={visit.receiverName} title={sayIn(locale, instrument.name)} />
        <NeverAppraisal locale={locale} />
        {all.length > 1 && (
          <nav class="row" aria-label={words.which}>
            {all.map((each) => (
              <ButtonLink kind={each.key === chosen.key ? 'strong' : 'quiet'} href={`${here}?instrument=${each.key}`}>
                {sayIn(locale, each.instrument.name)}
              </ButtonLink>
            ))}
          </nav>
        )}
        <form class="form" method="post" action={here}>
          <input type="hidden" name="instrument" value={chosen.key} />
          {instrument.domains.map((domain) => (
            <section class="stack tight">
              <h2>{sayIn(locale, domain.name)}</h2>
              {domain.indicators.map((indicator) => (
                <RadioField
                  name={`score.${indicator.id}`}
                  label={sayIn(locale, indicator.text)}
                  inline
                  options={options}
                  value={String(seen.instrument === chosen.key ? (given.get(indicator.id) ?? notSeen) : notSeen)}
                />
              ))}
            </section>
          ))}
          <div class="actions">
            <Button kind="main">{words.send}</Button>
          </div>
          <p class="soft">{words.readBy(visit.receiverName)}</p>
        </form>
      </div>
    ),
  })
}
