import { verdictNames } from '@kantelpunt/school-results'
import type { Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Button, ButtonLink, Card, EmptyState, Fold, PageHead, Table } from '../../../platform/ui/index.ts'
import { everyone } from '../../../platform/web/access.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import { keptPage } from '../../../platform/web/kept-page.ts'
import type { Route } from '../../../platform/web/route.ts'
import { numberWords } from '../number-words.ts'
import { keptDrawing } from '../policy/kept-rules.ts'
import { type ChangedGroup, mostRaise, raiseStep } from '../policy/side-by-side.ts'
import { policyText } from '../policy/text.ts'
import { type AskedRules, askedRules } from './asked-rules.ts'
import { comeAlong, normsFiles, rulesFileRoutes } from './rules-files.ts'
import { RulesMap } from './rules-map.tsx'
import { RulesPlots } from './rules-plots.tsx'

/** Today's rule and the proposal, for everybody; the list behind it as a file. */
export const rulesRoutes: readonly Route[] = [
  { method: 'GET', path: '/results/rules', access: everyone, handle: showRules },
  ...rulesFileRoutes,
]

async function showRules(c: WebContext): Promise<Response> {
  const { locale } = c.var
  const words = policyText(locale)
  const asked = await askedRules(c)
  return keptPage(c, asked?.state, () => ({
    title: words.title,
    body: (
      <div class="stack loose">
        <PageHead title={words.title} />
        <p class="lead">{words.lead}</p>
        {asked === undefined ? (
          <EmptyState as="h2" title={words.empty}>
            {words.emptyDo}
          </EmptyState>
        ) : (
          <>
            <Slider locale={locale} raise={asked.rules.raise} />
            {keptDrawing(asked.rules, locale, () => (
              <Rules locale={locale} picture={asked.picture} rules={asked.rules} />
            ))}
          </>
        )}
      </div>
    ),
  }))
}

function Slider({ locale, raise }: { readonly locale: Locale; readonly raise: number }): Html {
  const words = policyText(locale)
  return (
    <form
      class="form rule-slider"
      method="get"
      action="/results/rules"
      data-controller="slide"
      data-action="input->slide#say change->slide#send"
    >
      <label for="reading">{words.slider}</label>
      <p class="soft small" id="reading-hint">
        {words.sliderHint}
      </p>
      <div class="row">
        <input
          type="range"
          id="reading"
          name="reading"
          min="0"
          max={mostRaise}
          step={raiseStep}
          value={raise}
          aria-describedby="reading-hint"
        />
        <output for="reading" class="num" data-slide-target="said">
          {numberWords(locale, raise)}
        </output>
        <Button kind="main">{words.show}</Button>
      </div>
    </form>
  )
}

function Rules({ locale, picture, rules }: Pick<AskedRules, 'picture' | 'rules'> & { readonly locale: Locale }): Html {
  const words = policyText(locale)
  const { country, tally } = rules
  const { lost, open, gained, judged } = country
  const query = rules.raise === 0 ? '' : `?reading=${rules.raise}`
  return (
    <div id="rules" class="stack loose">
      <Card as="section" shape="flat" tone="insight">
        <p>{words.raised(numberWords(locale, rules.raise))}</p>
        <p class="lead">
          <b>{words.lost(numberWords(locale, lost.schools))}</b>, {words.lostPupils(range(locale, lost.pupils))}.
        </p>
        <p>
          {words.open(numberWords(locale, open.schools))} {words.gained(numberWords(locale, gained.schools))}{' '}
          {words.judged(numberWords(locale, judged.schools))}
        </p>
      </Card>
      <section class="stack">
        <h2>{words.matrix}</h2>
        <Table
          caption={words.matrix}
          captionHidden
          stacks
          columns={[
            { head: words.today, cell: ({ one }: { one: (typeof verdictNames)[number] }) => words.verdict[one] },
            ...verdictNames.map((other) => ({
              head: `${words.proposal}: ${words.verdict[other]}`,
              cell: ({ one }: { one: (typeof verdictNames)[number] }) => numberWords(locale, tally[one][other].schools),
              numeric: true,
            })),
          ]}
          rows={verdictNames.map((one) => ({ one }))}
        />
      </section>
      <section class="stack">
        <h2>{words.classes}</h2>
        <p>{words.classLead}</p>
        <Groups locale={locale} head={words.group.class} caption={words.classes} groups={rules.classes} />
      </section>
      <section class="stack">
        <h2>{words.provinces}</h2>
        <Groups locale={locale} head={words.group.province} caption={words.provinces} groups={rules.provinces} />
      </section>
      <RulesMap locale={locale} municipalities={rules.municipalities} />
      <RulesPlots locale={locale} picture={picture} rule={rules.other} />
      <p class="row">
        <ButtonLink href={`/results/rules/schools.csv${query}`} download>
          {words.download}
        </ButtonLink>
        <ButtonLink href={`/results/rules/schools.xlsx${query}`} download>
          {words.workbook}
        </ButtonLink>
      </p>
      <p class="small soft">{words.noOrder}</p>
      <Recipe locale={locale} picture={picture} rules={rules} />
    </div>
  )
}

interface GroupsProps {
  readonly locale: Locale
  readonly head: string
  readonly caption: string
  readonly groups: readonly ChangedGroup[]
}

function Groups({ locale, head, caption, groups }: GroupsProps): Html {
  const words = policyText(locale)
  const share = ({ judged, lost, open }: ChangedGroup) => {
    if (judged.schools === 0) return '–'
    const percent = (schools: number) => numberWords(locale, (100 * schools) / judged.schools)
    return words.shareOf(percent(lost.schools), percent(lost.schools + open.schools))
  }
  return (
    <Table
      caption={caption}
      captionHidden
      stacks
      columns={[
        { head, cell: ({ name }: ChangedGroup) => name },
        { head: words.group.judged, cell: ({ judged }) => numberWords(locale, judged.schools), numeric: true },
        { head: words.group.lost, cell: ({ lost }) => numberWords(locale, lost.schools), numeric: true },
        { head: words.group.open, cell: ({ open }) => numberWords(locale, open.schools), numeric: true },
        { head: words.group.share, cell: share, numeric: true },
        { head: words.pupilsHead, cell: ({ lost }) => range(locale, lost.pupils), numeric: true },
      ]}
      rows={groups}
    />
  )
}

/** How the figures were made, and the one command that makes them again. */
function Recipe({ locale, picture, rules }: Pick<AskedRules, 'picture' | 'rules'> & { readonly locale: Locale }): Html {
  const words = policyText(locale)
  const files = [...new Map(picture.recipe.files.map((file) => [file.id, file])).values()]
  const raise = rules.raise === 0 ? '' : ` --raise reading=${rules.raise}`
  const [one, other] = [
    comeAlong(picture.together) ? picture.together.id : normsFiles.today,
    picture.perDomain === undefined || comeAlong(picture.perDomain) ? picture.recipe.perDomain : normsFiles.proposal,
  ]
  const norms = [one, other].filter((name) => name === normsFiles.today || name === normsFiles.proposal)
  const command = `npx kantelpunt results rules ${files.map(({ name }) => name).join(' ')} --one ${one} --other ${other}${raise} --out schools.csv --dutch`
  return (
    <Fold summary={words.made}>
      <p>{words.madeWords(rules.one.title, picture.perDomain?.title ?? '')}</p>
      <pre class="command">
        <code>{command}</code>
      </pre>
      <p>{words.files}</p>
      <ul>
        {files.map(({ name, sha256 }) => (
          <li>
            {name} <code class="small">{sha256}</code>
          </li>
        ))}
      </ul>
      {norms.length > 0 && (
        <>
          <p>{words.normsFiles}</p>
          <ul>
            {norms.map((name) => (
              <li>
                <a href={`/results/rules/${name}`} download>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Fold>
  )
}

function range(locale: Locale, { low, high }: ChangedGroup['lost']['pupils']): string {
  return policyText(locale).range(numberWords(locale, low), numberWords(locale, high))
}
