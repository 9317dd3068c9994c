// The line between chart and table can be moved.

function divide(divider, stage, moved) {
  const resize = height => {
    const most = Math.max(160, innerHeight - 260);
    stage.style.height = `${Math.max(120, Math.min(most, height))}px`;
    divider.setAttribute("aria-valuenow", Math.round(100 * stage.clientHeight / innerHeight));
    moved();
  };
  divider.addEventListener("pointerdown", event => {
    divider.setPointerCapture(event.pointerId);
    const offset = stage.clientHeight - event.clientY;
    const move = to => resize(to.clientY + offset);
    divider.addEventListener("pointermove", move);
    divider.addEventListener("pointerup", () => divider.removeEventListener("pointermove", move), {once: true});
  });
  divider.addEventListener("keydown", event => {
    const by = {ArrowUp: -24, ArrowDown: 24}[event.key];
    if (by) {
      event.preventDefault();
      event.stopPropagation();
      resize(stage.clientHeight + by);
    }
  });
}
