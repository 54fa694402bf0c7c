/** The whole library in one file: it loads ten times faster than its hundreds of modules. */
declare module 'echarts/dist/echarts.esm.min' {
  export * from 'echarts';
}
