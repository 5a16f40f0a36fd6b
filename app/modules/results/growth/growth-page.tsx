import type { Child, Html } from '../../../platform/html/jsx-runtime.ts'
import type { Locale } from '../../../platform/text/dictionary.ts'
import { Alert, Button, Card, PageHead, Table } from '../../../platform/ui/index.ts'
import { everyone } from '../../../platform/web/access.ts'
import type { WebContext } from '../../../platform/web/context.ts'
import { page } from '../../../platform/web/page.tsx'
import type { Route } from '../../../platform/web/route.ts'
import type { Assets } from '../../../platform/web/services.ts'
import { stages } from './messages.ts'
import { growthText } from './text.ts'

declare module '../../../platform/html/jsx-runtime.ts' {
  namespace JSX {
    interface IntrinsicElements {
      /** Analyses a file on the device; see `client/pupil-growth.ts`. */
      'pupil-growth': { class: string; hidden: boolean; 'data-worker': string | undefined; children?: unknown }
    }
  }
}

/** The growth indicator for anybody with a file of pupils: the page and its words, nothing of the file. */
export const growthRoute: Route = { method: 'GET', path: '/results/growth', access: everyone, handle: showGrowth }

const command = "npx kantelpunt model growth leerlingen.csv --formula 'later ~ eerder + (1 | school)' --out groei.csv"

function showGrowth(c: WebContext): Response {
  const { locale, services } = c.var
  return page(c, { title: growthText(locale).title, body: <GrowthBody locale={locale} assets={services.assets} /> })
}

interface GrowthProps {
  readonly locale: Locale
  readonly assets: Assets
  /** Whose page it is. */
  readonly over?: string
  /** Where a summary may be kept, the id under which it will be, and the codes of which schools may be in it. */
  readonly keep?: { readonly action: string; readonly id: string; readonly own: readonly string[] }
  readonly children?: Child
}

/** The whole of it, for the public page and for that of an organisation. */
export function GrowthBody({ locale, assets, over, keep, children }: GrowthProps): Html {
  const words = growthText(locale)
  return (
    <div class="stack loose">
      <PageHead over={over} title={words.title} />
      <p class="lead">{words.lead}</p>
      <Alert kind="info">{words.stays}</Alert>
      <noscript>
        <p>{words.noScript}</p>
        <pre class="command">{command}</pre>
      </noscript>
      {/* The file field is in no form and has no name: there is nothing that could send the file. */}
      <pupil-growth class="stack loose" hidden data-worker={assets['sealed-growth.js']}>
        <Field id="pupils" label={words.file} hint={words.fileHint}>
          <input
            class="utrecht-textbox utrecht-textbox--html-input"
            id="pupils"
            type="file"
            accept=".csv,.txt,.tsv,.xlsx"
            aria-describedby="pupils-hint"
            data-part="file"
          />
        </Field>
        <div data-part="progress" role="status" hidden>
          <p data-part="stage"> </p>
          <progress data-part="bar" max={stages.length} value={0} aria-label={words.stage.fitting} />
        </div>
        <div data-part="stop" role="alert" hidden>
          <Alert kind="error" title={words.stopped}>
            <span data-part="stop-words" />
          </Alert>
        </div>
        <div data-part="personal" role="alert" hidden>
          <Alert kind="error" title={words.personal}>
            <p>{words.personalLead}</p>
            <ul data-part="personal-columns" />
          </Alert>
        </div>
        <section class="stack" data-part="columns" hidden>
          <h2>{words.columns}</h2>
          <p class="soft" data-part="read" />
          <Choose id="sheet" label={words.sheet} hidden />
          <Choose id="school" label={words.school} />
          <Choose id="earlier" label={words.earlier} hint={words.earlierHint} />
          <Choose id="later" label={words.later} hint={words.laterHint} />
          <fieldset class="utrecht-form-field" aria-describedby="background-hint">
            <legend>{words.background}</legend>
            <p class="hint" id="background-hint">
              {words.backgroundHint}
            </p>
            <div class="choices inline" data-part="background" />
          </fieldset>
          <div class="actions" data-part="go">
            <Button kind="main" type="button">
              {words.go}
            </Button>
          </div>
        </section>
        <Result locale={locale} keep={keep} />
      </pupil-growth>
      {children}
      <script type="module" src={assets['pupil-growth.js']} />
    </div>
  )
}

function Result({
  locale,
  keep,
}: Pick<GrowthProps, 'locale'> & { readonly keep: GrowthProps['keep'] | undefined }): Html {
  const words = growthText(locale)
  const { head, carefulItems } = words
  const numbers = [head.pupils, head.expected, head.achieved, head.growth, head.interval]
  return (
    <section class="stack loose" data-part="result" hidden>
      <h2 tabindex={-1}>{words.result}</h2>
      <p class="lead" data-part="told" />
      <p data-part="basis" />
      <div data-part="few" hidden>
        <Alert kind="warning">
          <span data-part="few-words" />
        </Alert>
      </div>
      <Card as="section" tone="insight">
        <h2>{words.careful}</h2>
        <ul>
          {Object.values(carefulItems).map((item) => (
            <li>{item}</li>
          ))}
        </ul>
      </Card>
      <section class="stack">
        <h2>{words.caterpillar}</h2>
        <section class="growth-picture scroll" data-part="caterpillar" tabindex={0} aria-label={words.caterpillar} />
      </section>
      <section class="stack">
        <h2>{words.expectedAchieved}</h2>
        <div class="growth-picture square" data-part="expected-achieved" />
      </section>
      <section class="stack" data-part="table">
        <h2>{words.table}</h2>
        <p class="soft">{words.noOrder}</p>
        <Table
          caption={words.table}
          captionHidden
          columns={[
            { head: head.school, cell: () => '' },
            ...numbers.map((name) => ({ head: name, cell: () => '', numeric: true })),
            { head: head.verdict, cell: () => '' },
          ]}
          rows={[]}
        />
        {keep && (
          <div class="stack" data-part="keep">
            <p data-part="keep-words" />
            {/* What is sent is the summary alone, with its certificate; the file field is in no form. */}
            <form method="post" action={keep.action} data-part="keep-form" data-own={keep.own.join(' ')} hidden>
              <input type="hidden" name="_op" value={keep.id} />
              <input type="hidden" name="summary" data-part="summary" />
              <Button icon="lock">{words.keep}</Button>
            </form>
          </div>
        )}
        <div class="actions" data-part="save">
          <Button type="button">{words.save}</Button>
        </div>
      </section>
    </section>
  )
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly hidden?: boolean
  readonly children: Child
}

function Field({ id, label, hint, hidden, children }: FieldProps): Html {
  return (
    <div class="utrecht-form-field" data-part={`${id}-field`} hidden={hidden}>
      <label class="utrecht-form-label utrecht-form-field__label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
    </div>
  )
}

/** A list that the page fills when it knows the columns. */
function Choose(props: Omit<FieldProps, 'children'>): Html {
  return (
    <Field {...props}>
      <select
        class="utrecht-select utrecht-select--html-select"
        id={props.id}
        data-part={props.id}
        aria-describedby={props.hint && `${props.id}-hint`}
      />
    </Field>
  )
}
