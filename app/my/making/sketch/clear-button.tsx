import { useState } from "react";
import { buttonClass } from "@/components/ui/button-class";
import { Dialog } from "@/components/ui/dialog";

/** A new sheet of paper, asked for twice. */
export function ClearButton({ disabled, onClear }: { disabled: boolean; onClear: () => void }) {
  const [open, setOpen] = useState(false);
  const clear = () => {
    setOpen(false);
    onClear();
  };
  return (
    <>
      <button
        type="button"
        className={buttonClass("plain")}
        disabled={disabled}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        Clear
      </button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Clear the paper?"
        text="Everything that you drew on it goes. This cannot be undone."
      >
        <div className="row">
          <button type="button" className={buttonClass("stop")} onClick={clear}>
            Clear it
          </button>
          <button type="button" className={buttonClass("quiet")} onClick={() => setOpen(false)}>
            Go on drawing
          </button>
        </div>
      </Dialog>
    </>
  );
}
