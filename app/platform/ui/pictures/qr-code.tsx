import QRCode from 'qrcode'
import type { Html } from '#html'

interface QrCodeProps {
  /** What the camera reads: an address. */
  readonly content: string
  readonly label: string
}

/** A QR code (error correction M, quiet zone of 4 modules as ISO/IEC 18004 asks) as one path, drawn on the server. */
export function QrCode({ content, label }: QrCodeProps): Html {
  const { size, data } = QRCode.create(content, { errorCorrectionLevel: 'M' }).modules
  let d = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!data[row * size + column]) continue
      const from = column
      while (column < size && data[row * size + column]) column++
      d += `M${from + 4} ${row + 4}h${column - from}v1h-${column - from}z`
    }
  }
  const side = size + 8
  return (
    <svg class="qr" viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <path d={d} fill="#16243a" />
    </svg>
  )
}
