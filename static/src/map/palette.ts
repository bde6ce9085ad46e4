/** The colours of the sheet itself: a pale paper under ink, so that the parties' colours stand out. */
export const paper = {
  sea: '#d9e2e4',
  land: '#ebe7de',
  home: '#f8f5ee',
  coast: '#9fb1b6',
  river: '#9db9c3',
  border: '#b3ab9c',
  homeBorder: '#7d7567',
  ink: '#2b2a27',
  soft: '#6b665c',
  halo: '#fbf9f4',
  white: '#ffffff',
};
