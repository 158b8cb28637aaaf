using System.Text;
using PB.Cli;

Console.OutputEncoding = Encoding.UTF8;
return Tool.Run(args, Console.Out, Console.Error);
