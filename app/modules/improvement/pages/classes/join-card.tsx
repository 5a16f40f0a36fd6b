import type { Html } from '../../../../platform/html/jsx-runtime.ts'
import { formatDay } from '../../../../platform/text/days.ts'
import type { Locale } from '../../../../platform/text/dictionary.ts'
import { Card, ConfirmForm, QrCode, Zone } from '../../../../platform/ui/index.ts'
import type { Board } from '../../board.ts'
import { showCode } from '../../session-code.ts'
import { classesText } from '../../text.classes.ts'

interface JoinCardProps {
  readonly locale: Locale
  readonly board: Board
  /** Address by which people reach this server. */
  readonly origin: string
  /** Of the board. */
  readonly path: string
}

/** How pupils join a class board, how long it is there, and the way to close it. */
export function JoinCard({ locale, board, origin, path }: JoinCardProps): Html {
  const words = classesText(locale)
  const code = board.code ?? ''
  const host = new URL(origin).host
  return (
    <Zone title={words.joinTitle} tone="plain">
      <Card shape="flat">
        <div class="join">
          <QrCode content={`${origin}/k/${code}`} label={words.qr(showCode(code))} />
          <div>
            <p class="soft">{words.joinLead(`${host}/k`)}</p>
            <p class="code">{showCode(code)}</p>
          </div>
        </div>
        <GoneSentence locale={locale} board={board} />
        <ConfirmForm action={`${path}/close`} summary={words.close} confirm={words.closeYes}>
          {words.closeLead}
        </ConfirmForm>
      </Card>
    </Zone>
  )
}

/** Until when the board is there and what is wiped then, in one sentence. */
export function GoneSentence({
  locale,
  board,
}: {
  readonly locale: Locale
  readonly board: Pick<Board, 'endsOn'>
}): Html {
  return <p class="soft small">{classesText(locale).gone(formatDay(locale, board.endsOn ?? '', 'spoken'))}</p>
}
