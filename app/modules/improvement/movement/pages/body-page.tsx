import { ButtonLink, PageHead, Table } from '../../../../platform/ui/index.ts'
import { organisationOf, type WebContext, withinScope } from '../../../../platform/web/context.ts'
import { page } from '../../../../platform/web/page.tsx'
import { type Area, areaPath } from '../area.ts'
import { areasOf, shareOf } from '../area-store.ts'
import { seenSchools } from '../seen-store.ts'
import { movementText } from '../text.ts'
import { Meaning, ShareCard } from './share-card.tsx'

/** Of a governing body: which of its schools are seen. It looks; the schools choose. */
export async function showBody(c: WebContext): Promise<Response> {
  const { locale, visit } = c.var
  const words = movementText(locale)
  const { schools, seen, area, share } = await withinScope(c, async (trx) => {
    const schools =
      visit.schoolIds.length === 0
        ? []
        : await trx
            .selectFrom('organisations')
            .select(['id', 'name', 'school_code'])
            .where('id', 'in', [...visit.schoolIds])
            .orderBy('name')
            .execute()
    const area = await bodyOf(schools.map(({ school_code }) => school_code))
    return {
      schools,
      seen: await seenSchools(trx, visit.schoolIds),
      area,
      share: area === null ? null : await shareOf(trx, area),
    }

    /** The governing body by the register, from the first school that stands in it. */
    async function bodyOf(codes: readonly (string | null)[]): Promise<Area | null> {
      for (const code of codes) {
        const body = code === null ? null : ((await areasOf(trx, code))?.body ?? null)
        if (body !== null) return body
      }
      return null
    }
  })
  const of = (id: string) => seen.find((each) => each.organisationId === id)
  return page(c, {
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead over={organisationOf(c).name} title={words.title}>
          <ButtonLink kind="quiet" href={area === null ? '/movement' : areaPath(area)} iconAfter="arrow-right">
            {words.toPublic}
          </ButtonLink>
        </PageHead>
        <div class="halves even">
          <div class="stack">
            {share !== null && <ShareCard locale={locale} share={share} />}
            <p>{words.ofBody.lead}</p>
            <Table
              caption={words.title}
              captionHidden
              columns={[
                {
                  head: words.ofBody.school,
                  cell: (school: { readonly id: string; readonly name: string }) => school.name,
                },
                {
                  head: words.ofBody.seen,
                  cell: ({ id }) => (of(id)?.seenSince != null ? words.ofBody.yes : words.ofBody.no),
                },
                {
                  head: words.ofBody.inRhythm,
                  cell: ({ id }) => (of(id)?.inRhythm ? words.ofBody.yes : words.ofBody.no),
                },
              ]}
              rows={schools}
            />
          </div>
          <Meaning locale={locale} />
        </div>
      </div>
    ),
  })
}
