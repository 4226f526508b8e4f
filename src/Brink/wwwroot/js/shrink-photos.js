// Makes photos smaller before they are sent: a telephone takes ten times what a page can show.
// Without this module, or when anything fails, the photo goes as it is.
for (const field of document.querySelectorAll("input[type=file][data-shrink]")) {
  const button = field.form.querySelector("button[type=submit]");
  field.addEventListener("change", async () => {
    button.disabled = true;
    try {
      const smaller = new DataTransfer();
      for (const file of field.files) smaller.items.add(await shrunk(file, Number(field.dataset.shrink)));
      field.files = smaller.files;
    } catch {
      // The server takes the originals.
    } finally {
      button.disabled = false;
    }
  });
}

async function shrunk(file, most) {
  if (!file.type.startsWith("image/")) return file;
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = most / Math.max(picture.width, picture.height);
  if (scale >= 1) return file;
  const canvas = new OffscreenCanvas(Math.round(picture.width * scale), Math.round(picture.height * scale));
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
  return blob.size < file.size ? new File([blob], "foto.jpg", { type: "image/jpeg" }) : file;
}
