import Foundation
import Training

exit(TrainTool(environment: ProcessInfo.processInfo.environment).run(Array(CommandLine.arguments.dropFirst())))
