export const Logo = () => <svg class="logo" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 6v4M6 3v10M9 5v6M12 7v2" /></svg>;
