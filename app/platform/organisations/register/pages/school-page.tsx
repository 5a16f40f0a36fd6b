import type { Child, Html } from '#html'
import { system } from '../../../database/scope.ts'
import { type Day, formatDay } from '../../../text/days.ts'
import { Alert, ButtonLink, Fold, PageHead } from '../../../ui/index.ts'
import { everyone } from '../../../web/access.ts'
import { type WebContext, withinScope } from '../../../web/context.ts'
import { page } from '../../../web/page.tsx'
import { refuse } from '../../../web/refuse.tsx'
import type { Route } from '../../../web/route.ts'
import { schoolOrganisation } from '../../school-organisation.ts'
import type { RegisterSchool } from '../import-plan.ts'
import { schoolsByCode, schoolsOfBrin, schoolsOfGoverningBody } from '../register-store.ts'
import { isSchoolCode } from '../school-code.ts'
import { text as registerText } from '../text.ts'
import { formerNames, SchoolCard } from './schools-page.tsx'
import { text } from './text.ts'
import { websiteAddress } from './website-address.ts'

/** What is known of one real school, closed or open, with where it comes from. */
export const schoolRoute: Route = { method: 'GET', path: '/schools/:code', access: everyone, handle: showSchool }

async function showSchool(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const words = text(locale)
  const asked = c.req.param('code') ?? ''
  const code = asked.toUpperCase()
  if (!isSchoolCode(asked)) return refuse(c, 'not-found')
  if (asked !== code) return c.redirect(`/schools/${code}`, 301)
  const found = await withinScope(c, async (trx) => {
    const [school] = await schoolsByCode(trx, [code])
    if (school === undefined) return undefined
    const { governingBody } = school.facts
    return {
      school,
      locations: (await schoolsOfBrin(trx, code.slice(0, 4))).filter((other) => other.code !== code),
      others: (governingBody === null ? [] : await schoolsOfGoverningBody(trx, governingBody)).filter(
        (other) => !other.code.startsWith(code.slice(0, 4)),
      ),
    }
  })
  if (found === undefined) return refuse(c, 'not-found', { detail: words.school.notFoundDo(code) })
  const { school, locations, others } = found
  const isOperator = c.var.visit.viewer.kind === 'person' && c.var.visit.viewer.operator
  const here = isOperator ? await c.var.services.db.run(system, (trx) => schoolOrganisation(trx, code)) : undefined
  const day = (vintage: string) => formatDay(locale, vintage as Day, 'long')
  return page(c, {
    title: `${school.facts.name}, ${school.facts.place}`,
    width: 'narrow',
    body: (
      <div class="stack loose">
        <PageHead title={school.facts.name} over={`${words.sector[school.sector]} · ${school.facts.place}`} />
        {school.closedSince !== null && (
          <Alert kind="warning" title={words.closed}>
            {words.closedSince(day(school.lastSeen), day(school.closedSince))}
          </Alert>
        )}
        <dl class="facts">
          {factsOf(c, school).map(([label, value]) => (
            <>
              <dt>{label}</dt>
              <dd>{value ?? <span class="soft">{words.school.unknown}</span>}</dd>
            </>
          ))}
        </dl>
        {here !== undefined && (
          <p>
            <a href={`/admin/organisations/${here.id}`}>{words.school.here}</a>
          </p>
        )}
        {isOperator && here === undefined && school.closedSince === null && (
          <div class="actions">
            <ButtonLink kind="main" href={`/admin/organisations/new?code=${code}`}>
              {words.school.start}
            </ButtonLink>
          </div>
        )}
        {locations.length > 0 && (
          <section class="stack">
            <h2>{words.school.otherLocations}</h2>
            <ul class="cards">
              {locations.map((other) => (
                <SchoolCard locale={locale} school={other} />
              ))}
            </ul>
          </section>
        )}
        {others.length > 0 && (
          <Fold summary={words.school.otherSchools(others.length)}>
            <ul class="cards">
              {others.map((other) => (
                <SchoolCard locale={locale} school={other} />
              ))}
            </ul>
          </Fold>
        )}
        <p class="source">{words.school.source(registerText(locale).sector[school.sector], day(school.lastSeen))}</p>
        <p>
          <a href="/schools">{words.school.back}</a>
        </p>
      </div>
    ),
  })
}

function factsOf(c: WebContext, school: RegisterSchool): readonly (readonly [label: string, value: Child | null])[] {
  const { locale } = c.var
  const { school: words, holidayRegion } = text(locale)
  const { facts, sector, code } = school
  const former = formerNames(school)
  const address = [facts.street, facts.houseNumber].filter((part) => part !== null).join(' ')
  return [
    [words.code, <span class="num">{`${code.slice(0, 4)} ${code.slice(4)}`}</span>],
    ...(sector === 'vo' ? [[words.structure, facts.structure] as const] : []),
    [words.denomination, facts.denomination],
    [words.address, [address, [facts.postcode, facts.place].filter(Boolean).join(' ')].filter(Boolean).join(', ')],
    [words.municipality, facts.province === null ? facts.municipality : `${facts.municipality}, ${facts.province}`],
    [words.holidayRegion, facts.holidayRegion && holidayRegion[facts.holidayRegion]],
    [words.phone, facts.phone],
    [words.website, facts.website && <Website text={facts.website} />],
    [words.governingBody, facts.governingBody],
    ...(former.length === 0
      ? []
      : [
          [
            words.formerNames,
            former.map(({ name, last }) => words.formerName(name, formatDay(locale, last as Day, 'long'))).join('; '),
          ] as const,
        ]),
  ]
}

function Website({ text: written }: { readonly text: string }): Html {
  const address = websiteAddress(written)
  if (address === null) return <>{written}</>
  return (
    <a href={address} rel="external nofollow noopener">
      {written}
    </a>
  )
}
