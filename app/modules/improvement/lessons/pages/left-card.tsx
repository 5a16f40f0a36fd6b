import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { Button, Card, Was } from '../../../../platform/ui/index.ts'
import { textFields } from '../document.ts'
import type { lessonsText } from '../text.ts'
import { wordChanges } from '../word-changes.ts'
import type { ChangedText } from '../written-form.ts'
import type { LessonVisit } from './lesson-place.ts'

declare module '../../../../platform/html/jsx-runtime.ts' {
  namespace JSX {
    interface IntrinsicElements {
      /** Words that lie on this device and came too late; see `client/lesson-left.ts`. */
      'lesson-left': { children?: unknown }
    }
  }
}

type DocumentWords = ReturnType<typeof lessonsText>['document']

/** What a text of a lesson is called, by the name of its field. */
export function fieldLabel(words: DocumentWords, name: string): string {
  const field = textFields.find((each) => each === name)
  if (field === undefined) return words.phases
  return field.startsWith('watch') ? `${words.watch} ${words[field]}` : words[field]
}

interface LeftWordsProps {
  readonly visit: LessonVisit
  /** Those of a form that came too late just now. */
  readonly came: { readonly texts: readonly ChangedText[]; readonly version: number } | undefined
}

/**
 * Words for a version that was taught meanwhile: shown with what the writer changed, to be put in the next version. Those of
 * a form are on the page; those that lie on the device are found by its script.
 */
export function LeftWords({ visit, came }: LeftWordsProps): Html {
  const { c, words, path, versions, actor } = visit
  const [{ number, taughtOn }] = versions
  const labels = Object.fromEntries([...textFields, 'phases'].map((name) => [name, fieldLabel(words.document, name)]))
  const into = { path, number, isOpen: taughtOn === null }
  return (
    <>
      {came !== undefined && came.texts.length > 0 && <LeftCard visit={visit} {...came} />}
      <lesson-left
        data-actor={actor}
        data-path={path}
        data-open={into.isOpen ? String(number) : ''}
        data-newest={String(number)}
        data-labels={JSON.stringify(labels)}
        data-say-failed={words.left.failed}
        data-say-copied={words.left.copied}
        data-say-drop={words.left.dropYes}
      >
        <template>
          <LeftCard visit={visit} texts={[]} version={0} />
        </template>
        <script type="module" src={c.var.services.assets['lesson-document.js']} />
      </lesson-left>
    </>
  )
}

interface LeftCardProps {
  readonly visit: LessonVisit
  /** None: a card for the script to fill. */
  readonly texts: readonly ChangedText[]
  readonly version: number
}

function LeftCard({ visit: { words, path, versions }, texts, version }: LeftCardProps): Html {
  const { left, document } = words
  const [{ number, taughtOn }] = versions
  const isOpen = taughtOn === null
  const isScripted = texts.length === 0
  return (
    <Card as="section" tone="board">
      <h2>{left.title}</h2>
      <p class="left-lead">{left.lead(version)}</p>
      <dl class="lesson-texts left-texts">
        {texts.map(({ name, was, mine }) => (
          <div>
            <dt>{fieldLabel(document, name)}</dt>
            <dd>
              {wordChanges(was, mine).map(({ kind, text }) =>
                kind === 'gone' ? <del>{text}</del> : kind === 'new' ? <ins>{text}</ins> : <>{text}</>,
              )}
            </dd>
          </div>
        ))}
      </dl>
      <form class="form" method="post" action={isOpen ? `${path}/text` : `${path}/next`}>
        <input type="hidden" name="version" value={String(number)} />
        <Was fields={Object.fromEntries(texts.map(({ name, was }) => [name, was]))} />
        {texts.map(({ name, mine }) => (
          <input type="hidden" name={name} value={mine} />
        ))}
        <div class="actions">
          <Button kind="main">{isOpen ? left.putIn(number) : left.putInNext}</Button>
          {isScripted && (
            <>
              <Button type="button" kind="quiet" name="copy">
                {left.copy}
              </Button>
              <Button type="button" kind="quiet" name="drop">
                {left.drop}
              </Button>
            </>
          )}
        </div>
        {isScripted && <p class="left-said" role="status" />}
      </form>
    </Card>
  )
}
