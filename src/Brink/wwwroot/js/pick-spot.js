// Moves the mark at once, where each press would fetch the page anew. What a place on the drawing is on the ground is
// for the server to say: it is told where on the drawing the mark stands, with whatever button is pressed next.
const stride = 7;

for (const map of document.querySelectorAll("[data-spot]")) {
  const drawing = map.querySelector("svg");
  const mark = drawing.querySelector(".brink-map__mark");
  const { width, height } = drawing.viewBox.baseVal;
  const { Moved: moved, Here: here } = map.closest("form").elements;

  const put = (x, y) => {
    x = Math.min(Math.max(x, 0), width);
    y = Math.min(Math.max(y, 0), height);
    mark.setAttribute("transform", `translate(${x} ${y})`);
    mark.removeAttribute("display");
    moved.value = `${x.toFixed(1)} ${y.toFixed(1)}`;
    for (const item of map.querySelectorAll("[data-spot-some]")) item.hidden = false;
    for (const item of map.querySelectorAll("[data-spot-none]")) item.hidden = true;
  };

  const move = (east, south) => {
    const at = mark.transform.baseVal[0].matrix;
    const isThere = !mark.hasAttribute("display");
    put((isThere ? at.e : width / 2) + east, (isThere ? at.f : height / 2) + south);
  };

  for (const press of map.querySelectorAll("input[type=image]")) {
    press.addEventListener("click", (event) => {
      event.preventDefault();
      const box = press.getBoundingClientRect();
      // The Enter key presses without a pointer.
      if (event.detail === 0) move(0, 0);
      else put(((event.clientX - box.left) * width) / box.width, ((event.clientY - box.top) * height) / box.height);
    });
    press.addEventListener("keydown", (event) => {
      const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      if (!way) return;
      event.preventDefault();
      move(way[0] * stride, way[1] * stride);
    });
  }

  for (const button of map.querySelectorAll("[data-spot-move]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const [east, south] = button.dataset.spotMove.split(" ");
      move(east * stride, south * stride);
    });
  }

  const button = map.querySelector("[data-spot-here]");
  if ("geolocation" in navigator && isSecureContext) {
    button.hidden = false;
    button.addEventListener("click", () =>
      navigator.geolocation.getCurrentPosition(
        ({ coords }) => {
          here.value = `${coords.latitude.toFixed(5)} ${coords.longitude.toFixed(5)}`;
          button.form.requestSubmit();
        },
        () => (map.querySelector("[data-spot-lost]").hidden = false),
        { enableHighAccuracy: true, timeout: 20_000 },
      ),
    );
  }
}
