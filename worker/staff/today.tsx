/** Where a working day begins: what needs someone. */
import { type Frame, StaffLayout } from './layout.tsx'

export function TodayPage({ frame }: { frame: Frame }) {
  return (
    <StaffLayout frame={frame} title="Today">
      <p>Signed in.</p>
    </StaffLayout>
  )
}
