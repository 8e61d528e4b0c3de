const late = 60_000;

/** Whether a call reached the portal so long after it was made that both times are shown. */
export const cameLate = ({ at, receivedAt }: { at: Date; receivedAt: Date }): boolean =>
  receivedAt.getTime() - at.getTime() > late;
