// A served page asks whether what it shows is still current, and loads itself anew when it is not.

function watch() {
  const shown = document.documentElement.dataset.live;
  if (!shown) {
    return;
  }
  setInterval(async () => {
    try {
      const answer = await fetch("?version", {cache: "no-store"});
      if (answer.ok && await answer.text() !== shown) {
        location.reload();
      }
    } catch {
      // The server has ended; the page goes on without it.
    }
  }, 1000);
}
