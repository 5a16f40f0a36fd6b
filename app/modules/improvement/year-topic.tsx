import type { JournalEntry } from '../../platform/journal/journal.ts'
import type { Topic } from '../../platform/live/topic.ts'
import { People } from '../../platform/ui/index.ts'
import { anyMember } from '../../platform/web/access.ts'
import { yearParts } from './pages/year/year-parts.tsx'
import { type YearAudience, yearAudienceOf } from './year.ts'
import { loadYearProps } from './year-props.ts'
import { yearsWith } from './year-store.ts'

/**
 * What pages that show a year board are sent: its parts, whole, for every school year that was touched. A page of another
 * year has none of those parts and stays as it is.
 */
export const yearTopic: Topic = {
  kind: 'year',
  access: anyMember,
  follow: async (_trx, visit, id) => (visit.organisation?.id === id ? yearAudienceOf(visit) : null),
  render: async (trx, { organisation, entries, locale, audience, now }) => {
    // A page that said that there is nothing yet asks for itself again.
    if (entries.some((entry) => entry.action === 'year-set-up')) return <turbo-stream action="refresh" />
    const years = new Set([
      ...idsOf(entries, 'year').map(Number),
      ...(await yearsWith(trx, organisation.id, idsOf(entries, 'period'))),
    ])
    const boards = []
    for (const year of years) {
      // `follow` above is where the audience came from.
      const query = { organisation, year, locale, audience: audience as YearAudience, now }
      const props = await loadYearProps(trx, query)
      if (props !== null) boards.push(props)
    }
    return (
      <>
        {boards.flatMap((props) =>
          yearParts(props).map(({ id, html }) => (
            <turbo-stream action="replace" method="morph" target={id}>
              <template>{html}</template>
            </turbo-stream>
          )),
        )}
      </>
    )
  },
  renderPresence: (present, { locale }) => (
    <turbo-stream action="replace" target="present">
      <template>
        <People locale={locale} id="present" names={present.map((each) => each.name)} />
      </template>
    </turbo-stream>
  ),
}

/** The ids of the subjects of a kind: `period:<id>`. */
function idsOf(entries: readonly JournalEntry[], kind: string): readonly string[] {
  const ids = entries.map((entry) => entry.subject.split(':')).flatMap(([of, id = '']) => (of === kind ? [id] : []))
  return [...new Set(ids)]
}
