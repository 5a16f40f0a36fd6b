import { leastAnswers } from '@kantelpunt/intervals'
import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import {
  Alert,
  Button,
  ButtonLink,
  Card,
  ConfirmForm,
  EmptyState,
  ErrorSummary,
  PageHead,
  RadioField,
} from '../../../../platform/ui/index.ts'
import type { FilledForm } from '../../../../platform/web/refuse-form.ts'
import { schoolYearName } from '../../school-year.ts'
import { typedText } from '../../zones/filled.ts'
import { statementFigures } from '../culture.ts'
import { type CultureAnswer, conditions, itemsOn } from '../culture-scan.ts'
import type { CultureScan } from '../culture-store.ts'
import { impactPath } from '../impact-path.ts'
import { scanText } from '../text.scan.ts'
import { impactText } from '../text.ts'
import { FigureTable } from './figure-table.tsx'
import { ImpactTabs } from './impact-tabs.tsx'

export interface ScanPageProps {
  readonly locale: Locale
  readonly slug: string
  readonly schoolYear: number
  /** Null: nobody began it this year. */
  readonly scan: CultureScan | null
  /** Whether the one who looks works at the school, and whether their answer is in. */
  readonly staff: boolean
  readonly answered: boolean
  /** Leader and coach begin and close it. */
  readonly leads: boolean
  readonly filled: FilledForm
  readonly wrong: string
  /** The answers of a scan that is closed, else none. */
  readonly people: readonly CultureAnswer[]
}

/** The yearly scan of the school's culture: begun, answered, closed. */
export function ScanPage(props: ScanPageProps): Html {
  const { locale, slug, schoolYear, scan } = props
  const words = scanText(locale)
  return (
    <div class="stack">
      <PageHead over={words.over(schoolYearName(schoolYear))} title={words.title} />
      <ImpactTabs locale={locale} slug={slug} here="scan" />
      {scan === null && <NotBegun {...props} />}
      {scan !== null && !scan.closed && <OpenScan {...props} n={scan.n} />}
      {scan?.closed && (
        <>
          <Alert kind="ok" title={words.closed}>
            {scan.n < leastAnswers ? words.tooFew(scan.n, leastAnswers) : words.received(scan.n)}
          </Alert>
          <div class="actions">
            <ButtonLink kind="main" href={`${impactPath(slug)}#culture`}>
              {words.toLayers}
            </ButtonLink>
          </div>
          {scan.n >= leastAnswers && (
            <Card as="section" shape="flat">
              <h2>{words.perStatement}</h2>
              {conditions.map((condition) => (
                <>
                  <h3>{words.conditions[condition]}</h3>
                  <FigureTable
                    locale={locale}
                    caption={words.conditions[condition]}
                    figures={statementFigures(props.people, condition, (item) => words.items[item])}
                    head={words.statement}
                  />
                </>
              ))}
              <p class="source">{impactText(locale).layers.culture.notSay}</p>
            </Card>
          )}
        </>
      )}
    </div>
  )
}

function NotBegun({ locale, slug, leads }: ScanPageProps): Html {
  const words = scanText(locale)
  return (
    <EmptyState
      as="h2"
      title={words.start.title}
      action={
        leads && (
          <form method="post" action={impactPath(slug, 'scan')}>
            <Button kind="main">{words.start.button}</Button>
          </form>
        )
      }
    >
      {words.start.do} {!leads && words.start.others}
    </EmptyState>
  )
}

function OpenScan(props: ScanPageProps & { readonly n: number }): Html {
  const { locale, slug, staff, answered, leads, n } = props
  const words = scanText(locale)
  return (
    <>
      <p>{words.promise}</p>
      <p class="soft">{words.received(n)}</p>
      {answered && <Alert kind="ok">{words.given}</Alert>}
      {!staff && <p>{words.onlyTeam}</p>}
      {staff && !answered && <ScanForm {...props} />}
      {leads && (
        <ConfirmForm action={impactPath(slug, 'scan/close')} summary={words.close.summary} confirm={words.close.yes}>
          {words.close.lead}
        </ConfirmForm>
      )}
    </>
  )
}

function ScanForm({ locale, slug, filled, wrong }: ScanPageProps): Html {
  const words = scanText(locale)
  const problems = Object.entries(filled.errors).map(([field, message]) => ({ field, message }))
  return (
    <form class="form scan" method="post" action={impactPath(slug, 'scan/answers')}>
      <ErrorSummary title={wrong} problems={problems} />
      {conditions.map((condition) => (
        <Card as="section" tone="insight">
          <h2>{words.conditions[condition]}</h2>
          {itemsOn(condition).map((item) => (
            <RadioField
              name={item}
              label={words.items[item]}
              options={words.grades.map((label, index) => ({ value: String(index + 1), label }))}
              inline
              required
              value={typedText(filled, item, '')}
              error={filled.errors[item]}
            />
          ))}
        </Card>
      ))}
      <div class="actions">
        <Button kind="main">{words.send}</Button>
      </div>
    </form>
  )
}
