import { dutchLines } from '@kantelpunt/delimited-text'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { numberWords } from '../../number-words.ts'
import { describeStop } from '../describe-stop.ts'
import { fewPupils } from '../limits.ts'
import { type Answer, type Question, stages } from '../messages.ts'
import { scoreWords } from '../score-words.ts'
import { protectedSummary } from '../summary.ts'
import { growthText } from '../text.ts'

type Fitted = Answer & { kind: 'fitted' }

/**
 * The page's side of the growth indicator: hands the chosen file to the sealed worker, asks which column is what, and
 * shows figures of schools. It never reads the file itself, and writes nothing anywhere.
 */
class PupilGrowth extends HTMLElement {
  #worker: Worker | undefined
  #shown: Fitted | undefined
  /** Whether the file was read, so that other columns can be tried. */
  #isRead = false
  readonly #forget = () => this.#reset()

  connectedCallback(): void {
    if (document.documentElement.hasAttribute('data-turbo-preview')) return
    this.hidden = false
    this.#file.addEventListener('change', () => this.#read(undefined))
    this.#select('sheet').addEventListener('change', () => this.#read(this.#select('sheet').value))
    this.#button('go').addEventListener('click', () => this.#fit())
    this.#button('save').addEventListener('click', () => this.#save())
    // Figures of a school are not for the copy of the page that Turbo keeps.
    document.addEventListener('turbo:before-cache', this.#forget)
  }

  disconnectedCallback(): void {
    this.#worker?.terminate()
    document.removeEventListener('turbo:before-cache', this.#forget)
  }

  get #locale(): Locale {
    return document.documentElement.lang === 'en' ? 'en' : 'nl'
  }

  get #file(): HTMLInputElement {
    const field = this.#part('file')
    if (!(field instanceof HTMLInputElement)) throw new Error('The file field is an input')
    return field
  }

  #part(name: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(`[data-part="${name}"]`)
    if (found === null) throw new Error(`The page has no ${name}`)
    return found
  }

  #button(name: string): HTMLElement {
    return this.#part(name).querySelector('button') ?? this.#part(name)
  }

  get #rows(): HTMLElement {
    return this.#part('table').querySelector('tbody') ?? this.#part('table')
  }

  #select(name: string): HTMLSelectElement {
    const found = this.#part(name)
    if (!(found instanceof HTMLSelectElement)) throw new Error(`${name} is a list to choose from`)
    return found
  }

  /** Shows one of the parts that follow the file field, or none of them. */
  #reset(...shown: readonly string[]): void {
    for (const name of ['stop', 'personal', 'columns', 'progress', 'result'])
      this.#part(name).hidden = !shown.includes(name)
    if (!shown.includes('result')) {
      this.#shown = undefined
      this.#part('caterpillar').replaceChildren()
      this.#part('expected-achieved').replaceChildren()
      this.#rows.replaceChildren()
    }
  }

  /** A worker of its own for every file: the rows of the one before are gone with it. */
  #read(sheet: string | undefined): void {
    const [file] = this.#file.files ?? []
    this.#worker?.terminate()
    this.#isRead = false
    this.#reset()
    if (file === undefined) return
    this.#worker = new Worker(this.getAttribute('data-worker') ?? '', { type: 'module' })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#hear(data))
    this.#worker.addEventListener('error', () => this.#stop(growthText(this.#locale).failed))
    this.#ask({ kind: 'read', file, sheet })
  }

  #fit(): void {
    const background = [...this.#part('background').querySelectorAll('input')].filter((box) => box.checked)
    const columns = {
      school: this.#select('school').value,
      earlier: this.#select('earlier').value,
      later: this.#select('later').value,
      background: background.map((box) => box.value),
    }
    this.#ask({ kind: 'fit', columns, locale: this.#locale })
  }

  #ask(question: Question): void {
    this.#worker?.postMessage(question)
  }

  #hear(answer: Answer): void {
    switch (answer.kind) {
      case 'stage': {
        this.#reset('progress', ...(answer.stage === 'fitting' || answer.stage === 'drawing' ? ['columns'] : []))
        this.#part('stage').textContent = growthText(this.#locale).stage[answer.stage]
        this.#part('bar').setAttribute('value', String(stages.indexOf(answer.stage) + 1))
        return
      }
      case 'stop':
        this.#stop(describeStop(this.#locale, answer.stop))
        return
      case 'personal': {
        const words = growthText(this.#locale)
        this.#reset('personal')
        this.#part('personal-columns').replaceChildren(
          ...answer.columns.map(({ name, column, kind }) =>
            element('li', words.personalColumn(name, String(column), words.personalKind[kind])),
          ),
        )
        return
      }
      case 'read':
        this.#choose(answer)
        return
      case 'fitted':
        this.#show(answer)
    }
  }

  #stop(words: string): void {
    this.#reset('stop', ...(this.#isRead ? ['columns'] : []))
    this.#part('stop-words').textContent = words
  }

  #choose({ header, rows, sheets, sheet, guess }: Answer & { kind: 'read' }): void {
    const words = growthText(this.#locale)
    const number = (value: number) => numberWords(this.#locale, value)
    this.#part('read').textContent = words.read(number(rows), number(header.length))
    this.#part('sheet-field').hidden = sheets.length < 2
    fill(this.#select('sheet'), sheets, sheet)
    for (const name of ['school', 'earlier', 'later'] as const) {
      fill(this.#select(name), header, guess[name], words.choose)
    }
    this.#part('background').replaceChildren(...header.map(choiceOf))
    this.#isRead = true
    this.#reset('columns')
  }

  #show(fitted: Fitted): void {
    const { schools, counts, pupils, missingRows } = fitted
    const words = growthText(this.#locale)
    const number = (value: number) => numberWords(this.#locale, value)
    this.#reset('columns', 'result')
    this.#shown = fitted
    this.#part('told').textContent = words.told(
      number(counts.above),
      number(counts.below),
      number(counts['cannot-be-told-apart']),
    )
    this.#part('basis').textContent = words.basis(number(pupils), number(schools.length), number(missingRows))
    const few = schools.filter((school) => school.pupils < fewPupils).length
    this.#part('few').hidden = few === 0
    this.#part('few-words').textContent = words.few(number(few), number(fewPupils))
    this.#part('caterpillar').replaceChildren(pictureOf(fitted.caterpillar))
    this.#part('expected-achieved').replaceChildren(pictureOf(fitted.expectedAchieved))
    const score = scoreWords(this.#locale, schools)
    this.#rows.replaceChildren(...this.#sorted(fitted).map((school) => rowOf(school, this.#locale, score)))
    this.#part('result').querySelector('h2')?.focus()
    if (this.querySelector('[data-part="keep"]') !== null) void this.#offerKeeping(fitted)
  }

  /** Fills the form that keeps a summary: with nothing but what `protectedSummary` lets through. */
  async #offerKeeping(fitted: Fitted): Promise<void> {
    const words = growthText(this.#locale)
    const form = this.#part('keep-form')
    form.hidden = true
    const summary = await protectedSummary(fitted, (form.dataset.own ?? '').split(' ').filter(Boolean))
    // Another file may have been chosen meanwhile.
    if (this.#shown !== fitted) return
    this.#part('summary').setAttribute('value', summary === undefined ? '' : JSON.stringify(summary))
    this.#part('keep-words').textContent =
      summary === undefined ? words.keepCodes : words.keepLead(numberWords(this.#locale, summary.schools.length))
    form.hidden = summary === undefined
  }

  /** By name: no order of merit. */
  #sorted({ schools }: Fitted): Fitted['schools'] {
    const { compare } = new Intl.Collator(this.#locale, { numeric: true })
    return schools.toSorted((one, other) => compare(one.level, other.level))
  }

  /** The table as a file, made on the device; nothing is asked of the server. */
  #save(): void {
    if (this.#shown === undefined) return
    const { head, verdict } = growthText(this.#locale)
    const names = [head.school, head.pupils, head.expected, head.achieved, head.growth]
    const rows = this.#sorted(this.#shown).map((school) => [
      school.level,
      ...[school.pupils, school.expected, school.achieved, school.growth, school.lower, school.upper].map(String),
      verdict[school.verdict],
    ])
    const lines = dutchLines([...names, `${head.interval} –`, `${head.interval} +`, head.verdict], rows)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([...lines], { type: 'text/csv;charset=utf-8' }))
    link.download = `${head.growth.toLowerCase()}.csv`
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
}

function rowOf(
  school: Fitted['schools'][number],
  locale: Locale,
  score: (value: number) => string,
): HTMLTableRowElement {
  const row = document.createElement('tr')
  const name = element('th', school.level + (school.pupils < fewPupils ? ' *' : ''))
  name.setAttribute('scope', 'row')
  const scores = [school.expected, school.achieved, school.growth].map((value) => element('td', score(value)))
  const figures = [element('td', numberWords(locale, school.pupils)), ...scores]
  const interval = element('td', `${score(school.lower)} – ${score(school.upper)}`)
  for (const cell of [...figures, interval]) cell.className = 'n'
  row.append(name, ...figures, interval, element('td', growthText(locale).verdict[school.verdict]))
  return row
}

function choiceOf(name: string): HTMLElement {
  const label = element('label', '')
  label.className = 'choice'
  const box = document.createElement('input')
  box.type = 'checkbox'
  box.className = 'utrecht-checkbox utrecht-checkbox--html-input'
  box.value = name
  label.append(box, element('span', name))
  return label
}

function fill(select: HTMLSelectElement, names: readonly string[], chosen: string, choose?: string): void {
  const options = names.map((name) => new Option(name, name, false, name === chosen))
  select.replaceChildren(...(choose === undefined ? [] : [new Option(choose, '', false, chosen === '')]), ...options)
}

function element(name: string, words: string): HTMLElement {
  const made = document.createElement(name)
  made.textContent = words
  return made
}

/** SVG of the worker as elements; names of schools in it are made safe there, and script would be refused by the policy. */
function pictureOf(svg: string): Element {
  return document.importNode(new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement, true)
}

if (customElements.get('pupil-growth') === undefined) customElements.define('pupil-growth', PupilGrowth)
