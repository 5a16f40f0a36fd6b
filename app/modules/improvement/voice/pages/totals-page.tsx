import { amsterdamDay, startOfDay } from '../../../../platform/text/days.ts'
import { EmptyState, PageHead, Table } from '../../../../platform/ui/index.ts'
import { anyMember } from '../../../../platform/web/access.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import type { Route } from '../../../../platform/web/route.ts'
import { schoolYearOf } from '../../school-year.ts'
import { pupilText, readySets } from '../pupils/pupil-text.ts'
import { pupilsPath } from '../round.ts'
import { latestRounds, viewsOf } from '../round-store.ts'
import { schoolFigure } from '../said.ts'
import { voiceText } from '../text.ts'

/** The school as a whole, of the ready sets: made from what was released of classes and nothing else. */
export const totalsRoute: Route = {
  method: 'GET',
  path: '/s/:organisation/pupils/totals',
  access: anyMember,
  handle: showTotals,
}

async function showTotals(c: WebContext): Promise<Response> {
  const { locale, now } = c.var
  const organisation = organisationOf(c)
  const words = voiceText(locale)
  const since = startOfDay(`${schoolYearOf(amsterdamDay(now))}-08-01`)
  const { rounds, views } = await withinScope(c, async (trx) => {
    const found = await latestRounds(trx, organisation.id, since)
    return {
      rounds: found,
      views: await viewsOf(
        trx,
        organisation.id,
        found.map(({ id }) => id),
      ),
    }
  })
  const text = words.school
  const sets = readySets
    .flatMap((set) => (['scale', 'faces'] as const).map((kind) => ({ set, kind })))
    .flatMap(({ set, kind }) => {
      // The first face is another yes than the first two of four steps: they are not added up.
      const alike = rounds.filter((round) => round.set === set && round.questions[0]?.kind === kind)
      const ids = new Set(alike.map(({ id }) => id))
      const rows = ([0, 1, 2] as const).flatMap((place) => {
        const of = views.filter((view) => ids.has(view.roundId) && view.question === place && view.subgroup === null)
        const figure = schoolFigure(of)
        return figure === null ? [] : [{ question: pupilText(locale).sets[set][place], ...figure }]
      })
      const title = kind === 'faces' ? text.withFaces(words.sets[set]) : words.sets[set]
      return rows.length === 0 ? [] : [{ title, rows }]
    })
  return page(c, {
    title: `${words.title} · ${text.title}`,
    body: (
      <div class="stack tone-voice voice-pages">
        <PageHead over={<a href={pupilsPath(organisation.slug)}>{words.title}</a>} title={text.title} />
        <p>{text.lead}</p>
        {sets.length === 0 && <EmptyState as="h2" title={text.none} />}
        {sets.map(({ title, rows }) => (
          <section class="stack tight">
            <h2>{title}</h2>
            <Table
              caption={title}
              captionHidden
              stacks
              rows={rows}
              columns={[
                { head: text.question, cell: (row) => row.question },
                {
                  head: text.positive,
                  numeric: true,
                  cell: (row) => text.share(Math.floor(row.low * 100), Math.ceil(row.high * 100)),
                },
                { head: text.most, numeric: true, cell: (row) => text.of(row.mostYes, row.classes) },
                { head: text.pupils, numeric: true, cell: (row) => row.pupils },
              ]}
              source={text.source}
            />
          </section>
        ))}
      </div>
    ),
  })
}
